'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { isTyping, singleKeysOn } from '@/components/shell/single-keys'
import { Kbd } from '@/components/ui/kbd'

const HINTS = { step: ['J', 'K'], today: ['O'], views: ['G', 'S', 'L'] } as const

/** One key follows the link that names it (`aria-keyshortcuts`): nothing to keep in step. */
export function AgendaKeys() {
  const t = useTranslations('today.keys')
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = event.key.toUpperCase()
      if (event.ctrlKey || event.metaKey || event.altKey || !/^[A-Z]$/.test(key)) return
      if (isTyping(event) || !singleKeysOn()) return
      document.querySelector<HTMLElement>(`main [aria-keyshortcuts="${key}"]`)?.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return (
    <p className="mt-5 hidden gap-4.5 text-small text-text-2 desk:flex">
      {(Object.entries(HINTS) as [keyof typeof HINTS, readonly string[]][]).map(([name, keys]) => (
        <span key={name} className="flex items-center gap-1.25">
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {t(name)}
        </span>
      ))}
    </p>
  )
}
