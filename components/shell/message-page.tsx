'use client'
import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'

/** A page that is not there, or not for this role. Sent with every page, for the moment it is needed: so as its name alone. */
export function MessagePage({ kind }: { kind: 'notFound' | 'forbidden' }) {
  const t = useTranslations('shell')
  return (
    <section className="mx-auto flex max-w-130 flex-col items-start gap-3 py-10">
      <h1 className="text-h1 font-bold">{t(`${kind}.title`)}</h1>
      <p className="text-body text-text-2">{t(`${kind}.text`)}</p>
      <LinkButton href="/" variant="filled">
        {t('backToStart')}
      </LinkButton>
    </section>
  )
}
