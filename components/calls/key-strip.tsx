'use client'
import { CloudCheck } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Kbd } from '@/components/ui/kbd'
import { formatTime } from '@/lib/format'

const HINTS = {
  outcome: ['1', '–', '9'],
  call: ['C'],
  neighbours: ['J', 'K'],
  note: ['N'],
  needs: ['B'],
  all: ['?'],
} as const

/** The keys of the desk, and at the right what was saved last. */
export function KeyStrip({ saved }: { saved: { firmName: string; at: Date } | null }) {
  const t = useTranslations('calls.keysStrip')
  const locale = useLocale()
  return (
    <footer className="hidden h-8.5 shrink-0 items-center gap-4.5 overflow-hidden border-t border-border bg-surface px-5 text-small whitespace-nowrap text-text-2 desk:flex">
      {(Object.entries(HINTS) as [keyof typeof HINTS, readonly string[]][]).map(([name, keys]) => (
        <span key={name} className="flex items-center gap-1.25">
          {keys.map((key) => (key === '–' ? <span key={key}>–</span> : <Kbd key={key}>{key}</Kbd>))}
          {t(name)}
        </span>
      ))}
      {saved && (
        <span className="ml-auto flex min-w-0 items-center gap-1.25">
          <CloudCheck size={14} strokeWidth={1.75} aria-hidden className="shrink-0" />
          <span className="truncate">{t('saved', { firm: saved.firmName, time: formatTime(locale, saved.at) })}</span>
        </span>
      )}
    </footer>
  )
}
