import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

export function FirmViewSkeleton() {
  const t = useTranslations('firms.page')
  return (
    <div role="status" aria-label={t('loading')}>
      <Skeleton className="mb-2 h-4 w-60" />
      <Skeleton className="mb-2 h-7 w-80 max-w-full" />
      <Skeleton className="mb-4 h-20 w-full rounded-l" />
      <div className="grid gap-4 desk:grid-cols-[18.75rem_1fr]">
        <Skeleton className="h-100 w-full rounded-l" />
        <Skeleton className="h-100 w-full rounded-l" />
      </div>
    </div>
  )
}
