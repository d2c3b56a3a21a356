import { Skeleton } from '@/components/ui/skeleton'

export function ImportNowSkeleton() {
  return <Skeleton className="h-72 rounded-l" />
}

export function OutcomeSkeleton() {
  return (
    <div className="flex flex-col gap-4">
      <Skeleton className="h-17 rounded-l" />
      <Skeleton className="h-96 rounded-l" />
    </div>
  )
}
