import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

export function AgendaSkeleton() {
  const t = useTranslations('common')
  return (
    <div role="status" aria-label={t('loading')} className="flex flex-col gap-4">
      <Skeleton className="h-12 w-60" />
      <Skeleton className="h-16" />
      <Skeleton className="ml-13 h-16 rounded-l" />
      <Skeleton className="ml-13 h-56 rounded-l" />
      <Skeleton className="ml-13 h-16 rounded-l" />
    </div>
  )
}
