import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

export function FormSkeleton() {
  const t = useTranslations('common')
  return (
    <div data-full role="status" aria-label={t('loading')}>
      <div className="mx-auto flex max-w-160 flex-col gap-4 px-4 py-4">
        <Skeleton className="h-11" />
        <Skeleton className="h-6 w-56" />
        <Skeleton className="h-40 rounded-l" />
        <Skeleton className="h-12" />
        <Skeleton className="h-24" />
      </div>
    </div>
  )
}

export function RecordSkeleton() {
  const t = useTranslations('common')
  return (
    <div role="status" aria-label={t('loading')} className="grid gap-4 desk:grid-cols-2">
      <Skeleton className="h-12 desk:col-span-2" />
      <Skeleton className="h-56 rounded-l" />
      <Skeleton className="h-56 rounded-l" />
      <Skeleton className="h-40 rounded-l" />
      <Skeleton className="h-40 rounded-l" />
    </div>
  )
}

export function ListSkeleton() {
  const t = useTranslations('common')
  return (
    <div role="status" aria-label={t('loading')} className="flex flex-col gap-4">
      <Skeleton className="h-12 w-72" />
      <Skeleton className="h-28 rounded-l" />
      <Skeleton className="h-96 rounded-l" />
    </div>
  )
}
