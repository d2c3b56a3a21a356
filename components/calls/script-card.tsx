import { getLocale, getTranslations } from 'next-intl/server'
import { Tabs } from '@/components/ui/tabs'
import { formatDate } from '@/lib/format'
import type { FirmOnTelephone } from '@/lib/leases/queries'
import { scriptOf } from '@/lib/scripts/queries'
import { type Placeholder, partsOf, STAGES, unfilled } from '@/lib/scripts/rules'
import { gate } from '@/lib/session'

type ScriptCardProps = { campaignId: string; held: FirmOnTelephone; visitMinutes: number }

/** What to say, with the names of this call; a callback opens at its own page. */
export async function ScriptCard({ campaignId, held, visitMinutes }: ScriptCardProps) {
  const [t, locale, actor] = await Promise.all([getTranslations('scripts'), getLocale(), gate('calls.log')])
  const own = await scriptOf(campaignId, locale)
  const { firm, contacts, spokenAt } = held
  const person = contacts.find(({ id }) => id === held.spokenWith) ?? contacts[0]
  const names: Record<Placeholder, string> = {
    caller: actor.name,
    firm: firm.name,
    contact: person?.name ?? t('whom'),
    day: spokenAt ? formatDate(locale, spokenAt, 'long') : t('before'),
    minutes: String(visitMinutes),
  }
  // Who was never spoken with is not reminded of a talk.
  const usual = (stage: (typeof STAGES)[number]) =>
    t(`texts.${stage === 'callback' && !spokenAt ? 'callbackNever' : stage}`, unfilled(locale === 'en' ? 'en' : 'it'))
  return (
    <section aria-label={t('title')} className="shrink-0 rounded-l border border-border bg-surface">
      <h2 className="px-4 pt-2.5 text-body font-semibold desk:float-left">{t('title')}</h2>
      <Tabs
        key={held.assignmentId}
        label={t('title')}
        look="pills"
        defaultTab={held.attempts > 0 ? 'callback' : 'opening'}
        className="[&_[role=tab]]:max-tablet:px-1.5 [&>[role=tablist]]:p-2 desk:[&>[role=tablist]]:justify-end"
        tabs={STAGES.map((stage) => ({
          id: stage,
          label: t(`stages.${stage}`),
          content: (
            <p className="clear-both px-4 pt-1 pb-3 text-h2 leading-6 break-words whitespace-pre-line">
              {partsOf(own[stage] ?? usual(stage)).map((part, index) => said(part, index, names))}
            </p>
          ),
        }))}
      />
    </section>
  )
}

function said(part: ReturnType<typeof partsOf>[number], index: number, names: Record<Placeholder, string>) {
  if ('words' in part) return part.words
  if (part.placeholder === 'minutes') return names.minutes
  return (
    <mark key={`${index}`} className="rounded-[3px] bg-tint px-0.75 font-semibold text-on-tint">
      {names[part.placeholder]}
    </mark>
  )
}
