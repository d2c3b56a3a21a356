import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

/** A head and a card: what most pages begin with. */
export function PageSkeleton() {
  const t = useTranslations('common')
  return (
    <div role="status" aria-label={t('loading')}>
      <Skeleton className="mb-2 h-7 w-56" />
      <Skeleton className="mb-5 h-5 w-80 max-w-full" />
      <Skeleton className="h-80 w-full rounded-l" />
    </div>
  )
}
