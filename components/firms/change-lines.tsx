import { getTranslations } from 'next-intl/server'
import { filterChoices } from '@/lib/firm-search/queries'
import type texts from '@/lib/i18n/it/firms.json'
import type { changesIn } from '@/lib/timeline/rules'
import { CallOutcome, RegisterStatus } from '@/prisma/client/enums'

/** What changed, field by field; fields without a word for people are only mentioned. */
export async function ChangeLines({ changes }: { changes: ReturnType<typeof changesIn> }) {
  const [t, { municipalities }] = await Promise.all([getTranslations('firms'), filterChoices()])
  // A municipality is told once, by its name.
  const named = changes.some(({ field }) => field === 'municipalityName')
  const lines = changes.flatMap((change) => {
    const { field } = change
    const key = `timeline.fields.${field as keyof typeof texts.timeline.fields}` as const
    if (!t.has(key) || (named && field === 'municipalityCode')) return []
    const [before, after] = [inWords(field, change.before), inWords(field, change.after)]
    if (before === after) return []
    const name = t(key)
    if (before === null) return [t('timeline.now', { field: name, after: after ?? '' })]
    if (after === null) return [t('timeline.gone', { field: name, before })]
    return [t('timeline.fromTo', { field: name, before, after })]
  })
  return (
    <p className="break-words">{lines.length ? `${lines.join('; ')}.` : changes.length > 0 && t('timeline.others')}</p>
  )

  /** Codes of the register and of the desk as people say them. */
  function inWords(field: string, value: string | null): string | null {
    if (value === null) return null
    const status = field === 'status' && Object.values(RegisterStatus).find((known) => known === value)
    if (status) return t(`status.${status}`).toLowerCase()
    const form = `legalForms.${value as keyof typeof texts.legalForms}` as const
    if (field === 'legalForm' && t.has(form)) return t(form)
    const outcome = field === 'outcome' && Object.values(CallOutcome).find((known) => known === value)
    if (outcome) return t(`timeline.outcomes.${outcome}`)
    if (field === 'municipalityCode') return municipalities.find(({ istatCode }) => istatCode === value)?.name ?? value
    return value
  }
}
