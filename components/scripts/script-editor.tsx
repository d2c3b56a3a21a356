import { getLocale, getTranslations } from 'next-intl/server'
import { ScriptForm } from '@/components/scripts/script-form'
import { Card } from '@/components/ui/card'
import { Messages } from '@/components/ui/messages'
import { isLocale, LOCALES } from '@/lib/i18n/messages'
import { scriptOf } from '@/lib/scripts/queries'
import { STAGES, unfilled } from '@/lib/scripts/rules'

/** What callers of this campaign say, in both languages; where nothing is written, the usual words stand. */
export async function ScriptEditor({ campaignId }: { campaignId: string }) {
  const [t, locale] = await Promise.all([getTranslations('scripts'), getLocale()])
  const languages = await Promise.all(
    LOCALES.map(async (id) => {
      const [usual, own] = await Promise.all([
        getTranslations({ locale: id, namespace: 'scripts.texts' }),
        scriptOf(campaignId, id),
      ])
      const texts = STAGES.map((stage) => [stage, { usual: usual(stage, unfilled(id)), own: own[stage] ?? '' }])
      return { id, texts: Object.fromEntries(texts) }
    }),
  )
  return (
    <Messages pick={['scripts.edit', 'scripts.stages', 'scripts.placeholders']}>
      <Card id="script" title={t('edit.title')} reading={t('edit.note')}>
        <ScriptForm campaignId={campaignId} languages={languages} first={isLocale(locale) ? locale : 'it'} />
      </Card>
    </Messages>
  )
}
