'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { DateField } from '@/components/ui/date-field'

type PeriodFormProps = { from: string; to: string; onChoose: (from: string, to: string) => void }

/** First and last day; either may be left open. */
export function PeriodForm({ from, to, onChoose }: PeriodFormProps) {
  const t = useTranslations('insight.period')
  const [first, setFirst] = useState(from)
  const [last, setLast] = useState(to)
  const wrong = first && last && last < first ? t('order') : undefined
  return (
    <div className="flex flex-col gap-3">
      <DateField label={t('from')} value={first} onChange={setFirst} />
      <DateField label={t('to')} value={last} onChange={setLast} error={wrong} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="ghost" onPress={() => onChoose('', '')}>
          {t('clear')}
        </Button>
        <Button variant="filled" isDisabled={Boolean(wrong)} onPress={() => onChoose(first, last)}>
          {t('apply')}
        </Button>
      </div>
    </div>
  )
}
