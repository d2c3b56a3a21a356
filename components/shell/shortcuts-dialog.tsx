'use client'
import { Keyboard } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { ShortcutList } from '@/components/shell/shortcut-list'
import { isTyping, singleKeysOn } from '@/components/shell/single-keys'
import { Dialog } from '@/components/ui/dialog'

/** The list of shortcuts, and the two that work on every page: Ctrl K and ?. */
export function ShortcutsDialog({ withCalls }: { withCalls: boolean }) {
  const t = useTranslations('shell.shortcuts')
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        document.querySelector<HTMLInputElement>('#firm-search')?.select()
      } else if (event.key === '?' && !event.ctrlKey && !event.metaKey && singleKeysOn() && !isTyping(event)) {
        event.preventDefault()
        setOpen(true)
      }
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={setOpen}
      title={t('title')}
      trigger={
        <AriaButton className="shell-link">
          <Keyboard size={20} strokeWidth={1.75} aria-hidden />
          <span className="shell-word">{t('open')}</span>
        </AriaButton>
      }
    >
      {() => <ShortcutList withCalls={withCalls} />}
    </Dialog>
  )
}
