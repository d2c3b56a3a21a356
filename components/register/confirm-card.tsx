'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { useImportVerb } from '@/components/register/use-import-verb'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/dialog'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Switch } from '@/components/ui/switch'
import { formatNumber } from '@/lib/format'
import { startApplying, throwAway } from '@/lib/register/actions'
import { isSuspiciouslyFew } from '@/lib/register/rules'

type ConfirmCardProps = {
  importId: string
  missing: number
  active: number
  /** The file is still here: its columns can be chosen otherwise. */
  changeable: boolean
}

/** "Apply", once the dry run has been looked at: full extract or partial list, and once more where many would cease. */
export function ConfirmCard({ importId, missing, active, changeable }: ConfirmCardProps) {
  const t = useTranslations('register.confirm')
  const locale = useLocale()
  const send = useImportVerb()
  const few = isSuspiciouslyFew({ missing, active })
  const [full, setFull] = useState(missing > 0 && !few)
  const [refusal, setRefusal] = useState<string>()
  const [isPending, startTransition] = useTransition()
  const number = (value: number) => formatNumber(locale, value)
  const apply = () => startTransition(async () => setRefusal(await send(startApplying, { importId, full })))
  return (
    <Card id="confirm" title={t('title')} className="border-2 border-primary">
      <p className="text-table text-text-2">{t('body')}</p>
      {missing > 0 && (
        <div className="mt-2 rounded-m bg-canvas px-3 py-1.5">
          <Switch isSelected={full} onChange={setFull}>
            {t('full')}
          </Switch>
          <p className="pb-1 text-small text-text-2">
            {full ? t('fullHint', { missing: number(missing) }) : t('partialHint')}
          </p>
        </div>
      )}
      {refusal && (
        <Notice tone="danger" role="alert" className="mt-3">
          {refusal}
        </Notice>
      )}
      <div className="mt-3 flex flex-col gap-2 [&>*]:w-full">
        {full && few ? (
          <ConfirmDialog
            trigger={<Button variant="filled">{t('apply')}</Button>}
            title={t('sureTitle', { missing: number(missing) })}
            confirmLabel={t('sure')}
            onConfirm={() => send(startApplying, { importId, full, sure: true })}
          >
            {t('sureBody', { active: number(active) })}
          </ConfirmDialog>
        ) : (
          <Button variant="filled" isPending={isPending} onPress={apply}>
            {t('apply')}
          </Button>
        )}
        {changeable && <LinkButton href={`/register/${importId}/columns`}>{t('columns')}</LinkButton>}
        <ThrowAway importId={importId} />
      </div>
    </Card>
  )
}

export function ThrowAway({ importId }: { importId: string }) {
  const t = useTranslations('register.confirm')
  const send = useImportVerb()
  return (
    <ConfirmDialog
      trigger={<Button variant="danger">{t('discard')}</Button>}
      title={t('discardTitle')}
      confirmLabel={t('discard')}
      onConfirm={() => send(throwAway, { importId })}
    >
      {t('discardBody')}
    </ConfirmDialog>
  )
}
