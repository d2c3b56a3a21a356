import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

/** The three panes, before they are filled. */
export function DeskSkeleton() {
  const t = useTranslations('common')
  return (
    <div data-full role="status" aria-label={t('loading')} className="flex flex-col">
      <div className="h-13 border-b border-border bg-surface px-5 py-3">
        <Skeleton className="h-7 w-72 max-w-full" />
      </div>
      <div className="grid flex-1 gap-4 p-4 tablet:grid-cols-[15rem_1fr] wide:grid-cols-[18rem_1fr_24rem]">
        <Skeleton className="h-80 w-full rounded-l" />
        <Skeleton className="h-80 w-full rounded-l" />
        <Skeleton className="hidden h-80 w-full rounded-l wide:block" />
      </div>
    </div>
  )
}
