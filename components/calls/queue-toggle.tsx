'use client'
import { ArrowUpDown, Funnel } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useUrlFilter } from '@/components/ui/url-filter'

const WORDS = { name: 'byName', new: 'onlyNew', tried: 'onlyTried' } as const

type QueueToggleProps = { param: 'sort' | 'only'; options: string[]; value: string }

/** How a part of the queue is sorted or narrowed: each press goes on to the next way. */
export function QueueToggle({ param, options, value }: QueueToggleProps) {
  const t = useTranslations('calls.queue')
  const { write } = useUrlFilter(param)
  const Icon = param === 'sort' ? ArrowUpDown : Funnel
  const next = options[(options.indexOf(value) + 1) % options.length] ?? ''
  const word = WORDS[value as keyof typeof WORDS] ?? (param === 'sort' ? 'byTime' : 'all')
  return (
    <button
      type="button"
      onClick={() => write(next ? [next] : [])}
      className="flex min-h-6 cursor-pointer items-center gap-1 text-small font-normal text-text-2 hover:text-text"
    >
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      <span className="sr-only">{t(param === 'sort' ? 'sortBy' : 'show')} </span>
      {t(word)}
    </button>
  )
}
