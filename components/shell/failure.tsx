'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'

type FailureProps = { error: unknown; retry: () => void }

function referenceOf(error: unknown): string | undefined {
  return error instanceof Error && 'digest' in error ? String(error.digest) : undefined
}

/** What failed, what was kept, what to do; the reference finds the cause in the server's log. */
export function Failure({ error, retry }: FailureProps) {
  const t = useTranslations('common.failure')
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const reference = referenceOf(error)
  return (
    <section role="alert" className="mx-auto flex max-w-130 flex-col items-start gap-3 py-10">
      <h1 ref={title} tabIndex={-1} className="text-h1 font-bold">
        {t('title')}
      </h1>
      <p className="text-body text-text-2">{t('text')}</p>
      <Button variant="filled" onPress={retry}>
        {t('retry')}
      </Button>
      {reference && <p className="text-small text-text-3">{t('reference', { reference })}</p>}
    </section>
  )
}
