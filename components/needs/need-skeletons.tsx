import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

export function NeedsSkeleton() {
  const t = useTranslations('common')
  return (
    <div role="status" aria-label={t('loading')} className="flex flex-col gap-3.5">
      <Skeleton className="h-12 w-72" />
      <div className="grid grid-cols-2 gap-2.5 tablet:grid-cols-4">
        <Skeleton className="h-19 rounded-l" />
        <Skeleton className="h-19 rounded-l" />
        <Skeleton className="h-19 rounded-l" />
        <Skeleton className="h-19 rounded-l" />
      </div>
      <Skeleton className="h-96 rounded-l" />
    </div>
  )
}

export function NeedSkeleton() {
  const t = useTranslations('common')
  return (
    <div role="status" aria-label={t('loading')} className="grid gap-4 desk:grid-cols-[3fr_2fr]">
      <Skeleton className="h-12 desk:col-span-2" />
      <Skeleton className="h-80 rounded-l" />
      <Skeleton className="h-60 rounded-l" />
    </div>
  )
}
