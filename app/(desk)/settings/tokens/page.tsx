import { BookOpen } from 'lucide-react'
import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { SettingsTabs } from '@/components/chamber/settings-tabs'
import { NewTokenCard, TokenList, TokenListSkeleton } from '@/components/tokens/token-list'
import { LinkButton } from '@/components/ui/link-button'
import { PageHead } from '@/components/ui/page-head'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tokens')
  return { title: t('title') }
}

export default function TokensPage() {
  const t = useTranslations('tokens')
  const guide = (
    <LinkButton href="/settings/api" icon={<BookOpen size={16} strokeWidth={1.75} aria-hidden />}>
      {t('guide')}
    </LinkButton>
  )
  return (
    <>
      <PageHead title={t('title')} note={t('note')} actions={guide} />
      <SettingsTabs />
      <div className="grid items-start gap-4 desk:grid-cols-[3fr_2fr]">
        <Suspense fallback={<TokenListSkeleton />}>
          <TokenList />
        </Suspense>
        <NewTokenCard />
      </div>
    </>
  )
}
