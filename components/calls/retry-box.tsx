'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Box } from '@/components/calls/box'
import type { CallFacts } from '@/components/calls/call-facts'
import type { Draft, Typed } from '@/components/calls/draft'
import { MomentFields } from '@/components/calls/moment-fields'
import { Button } from '@/components/ui/button'
import { nextTry } from '@/lib/calling-hours/rules'
import { formatDate, formatTime } from '@/lib/format'
import { clockOf, dayOf } from '@/lib/today/rules'

type RetryBoxProps = {
  outcome: 'no_answer' | 'busy'
  facts: CallFacts
  value?: Typed
  onChange: (part: Partial<Draft>) => void
}

/** When the firm comes up again, said rather than asked: nothing need be filled in. */
export function RetryBox({ outcome, facts, value, onChange }: RetryBoxProps) {
  const t = useTranslations('calls.retry')
  const locale = useLocale()
  const [now] = useState(() => new Date())
  const count = facts.attempts + 1
  if (count >= facts.maxAttempts) return <Box title={t('title')}>{<Words>{t('last', { count })}</Words>}</Box>
  const proposed = nextTry(now, outcome, facts, facts.calendar)
  const change = () => onChange({ retry: value ? undefined : { day: dayOf(proposed), time: clockOf(proposed) } })
  return (
    <Box title={t('title')}>
      <div className="flex flex-wrap items-center justify-between gap-x-2">
        {!value && (
          <Words>{t('again', { day: formatDate(locale, proposed), time: formatTime(locale, proposed) })}</Words>
        )}
        <Button variant="ghost" size="sm" onPress={change} className="-ml-2.5">
          {t(value ? 'reset' : 'change')}
        </Button>
      </div>
      {value && <MomentFields value={value} onChange={(retry) => onChange({ retry })} name="retryAt" />}
    </Box>
  )
}

function Words({ children }: { children: string }) {
  return <p className="text-table text-text-2">{children}</p>
}
