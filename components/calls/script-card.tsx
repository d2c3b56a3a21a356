import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Tabs } from '@/components/ui/tabs'
import { formatDate } from '@/lib/format'
import type { FirmOnTelephone } from '@/lib/leases/queries'
import { gate } from '@/lib/session'

const TABS = ['opening', 'callback', 'proposal', 'objections', 'closing'] as const

type ScriptCardProps = { held: FirmOnTelephone; visitMinutes: number }

/** What to say, with the names of this call; a callback opens at its own page. */
export async function ScriptCard({ held, visitMinutes }: ScriptCardProps) {
  const [t, locale, actor] = await Promise.all([getTranslations('calls.script'), getLocale(), gate('calls.log')])
  const { firm, contacts, spokenAt } = held
  const person = contacts.find(({ id }) => id === held.spokenWith) ?? contacts[0]
  const m = (chunks: ReactNode) => (
    <mark className="rounded-[3px] bg-tint px-0.75 font-semibold text-on-tint">{chunks}</mark>
  )
  const names = { m, caller: actor.name, firm: firm.name, minutes: visitMinutes, whom: person?.name ?? t('whom') }
  const spoken = spokenAt && { ...names, contact: person?.name ?? firm.name, day: formatDate(locale, spokenAt, 'long') }
  const texts: Record<(typeof TABS)[number], ReactNode> = {
    opening: t.rich('openingText', names),
    callback: spoken ? t.rich('callbackText', spoken) : t.rich('callbackNever', names),
    proposal: t.rich('proposalText', names),
    objections: t.rich('objectionsText', names),
    closing: t.rich('closingText', names),
  }
  return (
    <section aria-label={t('title')} className="shrink-0 rounded-l border border-border bg-surface">
      <h2 className="px-4 pt-2.5 text-body font-semibold desk:float-left">{t('title')}</h2>
      <Tabs
        key={held.assignmentId}
        label={t('title')}
        look="pills"
        defaultTab={held.attempts > 0 ? 'callback' : 'opening'}
        className="[&>[role=tablist]]:p-2 desk:[&>[role=tablist]]:justify-end"
        tabs={TABS.map((id) => ({
          id,
          label: t(`tabs.${id}`),
          content: <p className="clear-both px-4 pt-1 pb-3 text-h2 leading-6 whitespace-pre-line">{texts[id]}</p>,
        }))}
      />
    </section>
  )
}
