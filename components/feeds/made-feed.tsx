'use client'
import { CalendarCheck, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { feedPath } from '@/lib/feeds/rules'

/** The address just made, the only time it can be seen. */
export function MadeFeed({ secret }: { secret: string }) {
  const t = useTranslations('feeds')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const address = `${window.location.origin}${feedPath(secret)}`
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => toast({ message: t('copied'), tone: 'ok' }),
      () => toast({ message: t('copyFailed'), tone: 'danger' }),
    )
  return (
    <Notice ref={box} tabIndex={-1} role="status" tone="ok" title={t('made')}>
      <p>{t('madeNote')}</p>
      <p className="my-2">
        <span className="sr-only">{`${t('address')}: `}</span>
        <code className="font-mono text-small break-all select-all">{address}</code>
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onPress={copy} icon={<Copy size={16} strokeWidth={1.75} aria-hidden />}>
          {t('copy')}
        </Button>
        <LinkButton
          size="sm"
          href={address.replace(/^https?:/, 'webcal:')}
          icon={<CalendarCheck size={16} strokeWidth={1.75} aria-hidden />}
        >
          {t('openHere')}
        </LinkButton>
      </div>
    </Notice>
  )
}
