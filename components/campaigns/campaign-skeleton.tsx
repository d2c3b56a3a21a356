import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

/** A few campaigns that are on their way. */
export function CampaignSkeleton({ rows = 2 }: { rows?: number }) {
  const t = useTranslations('common')
  return (
    <div role="status" aria-label={t('loading')} className="flex flex-col gap-3.5">
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((key) => (
        <Skeleton key={key} className="h-30 w-full rounded-l" />
      ))}
    </div>
  )
}
