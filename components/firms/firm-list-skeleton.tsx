import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']

export function FirmListSkeleton() {
  const t = useTranslations('firms.list')
  return (
    <div role="status" aria-label={t('loading')} className="rounded-l border border-border bg-surface">
      {ROWS.map((row) => (
        <div key={row} className="flex h-12.5 items-center gap-4 border-b border-border px-4 last:border-0">
          <Skeleton className="h-4 flex-2" />
          <Skeleton className="hidden h-4 flex-1 tablet:block" />
          <Skeleton className="hidden h-4 flex-1 tablet:block" />
        </div>
      ))}
    </div>
  )
}
