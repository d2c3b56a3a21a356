'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { CorrectForm, type CorrectFormProps } from '@/components/firms/correct-form'
import { CorrectionList, type CorrectionListProps } from '@/components/firms/correction-list'
import { Card } from '@/components/ui/card'

type CorrectPanelsProps = CorrectFormProps & {
  corrections: CorrectionListProps['corrections']
  phones: ReactNode
}

/** Form and corrections side by side: the form starts afresh once the register's value is back, and only then. */
export function CorrectPanels({ corrections, phones, ...form }: CorrectPanelsProps) {
  const t = useTranslations('firms.correct')
  const [asked, setAsked] = useState<string[]>([])
  const undone = asked.filter((field) => !corrections.some((correction) => correction.field === field))
  return (
    <div className="grid max-w-240 items-start gap-4 desk:grid-cols-2">
      <CorrectForm key={undone.join()} {...form} />
      <div className="flex min-w-0 flex-col gap-4">
        {phones}
        <Card id="corrections" title={t('corrections')}>
          <CorrectionList
            firmId={form.firmId}
            corrections={corrections}
            onUndo={(field) => setAsked([...asked, field])}
          />
        </Card>
      </div>
    </div>
  )
}
