'use client'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type SubmitEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { DateField } from '@/components/ui/date-field'
import { FileField } from '@/components/ui/file-field'
import { Notice } from '@/components/ui/notice'
import { formatNumber } from '@/lib/format'
import type { Imported } from '@/lib/oppositions/mutations'

type Told = { tone: 'ok' | 'danger'; words: string }

/** Takes in the register's answer and says what was found in it. */
export function AnswerUpload({ campaignId, today }: { campaignId: string; today: string }) {
  const t = useTranslations('oppositions')
  const locale = useLocale()
  const router = useRouter()
  const [told, tell] = useState<Told | null>(null)
  const [isPending, setPending] = useState(false)
  const [on, setOn] = useState(today)
  const [file, setFile] = useState<File | null>(null)
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!file?.size) return tell({ tone: 'danger', words: t('noFile') })
    setPending(true)
    try {
      const answer = await fetch(`/api/oppositions/${campaignId}?${new URLSearchParams({ on })}`, {
        method: 'POST',
        body: file,
      })
      const said = await answer.json()
      if (!answer.ok) tell({ tone: 'danger', words: said.message })
      else {
        tell({ tone: 'ok', words: imported(said) })
        router.refresh()
      }
    } catch {
      tell({ tone: 'danger', words: t('unsaved') })
    }
    setPending(false)
  }
  const imported = ({ checked, opposed, strangers, unread }: Imported) =>
    t('imported', {
      checked: formatNumber(locale, checked),
      opposed: formatNumber(locale, opposed),
      others: formatNumber(locale, strangers + unread),
    })
  return (
    <form onSubmit={send} noValidate className="mt-4 flex flex-col gap-3 border-t border-border pt-3">
      <h3 className="text-table font-semibold">{t('import')}</h3>
      <p className="text-small text-text-2">{t('importHint')}</p>
      {told && (
        <Notice tone={told.tone} role={told.tone === 'ok' ? 'status' : 'alert'}>
          {told.words}
        </Notice>
      )}
      <div className="flex flex-wrap items-end gap-3">
        <FileField
          label={t('choose')}
          none={t('noneChosen')}
          accept={['.csv', '.txt', 'text/csv', 'text/plain']}
          file={file}
          onChoose={setFile}
        />
        <DateField label={t('on')} value={on} onChange={setOn} />
        <Button type="submit" isPending={isPending}>
          {t('send')}
        </Button>
      </div>
    </form>
  )
}
