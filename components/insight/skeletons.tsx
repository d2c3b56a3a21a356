import { Skeleton } from '@/components/ui/skeleton'

/** The panels before their numbers: each as high as it will be. */
export const SPANS = {
  compare: 'desk:col-span-12',
  ranking: 'desk:col-span-12 wide:col-span-7',
  funnel: 'desk:col-span-12 wide:col-span-5',
  sectors: 'desk:col-span-12 wide:col-span-8',
  digital: 'desk:col-span-12 wide:col-span-4',
  groups: 'desk:col-span-12',
  territory: 'desk:col-span-12 wide:col-span-7',
  trend: 'desk:col-span-12 wide:col-span-5',
  likeness: 'desk:col-span-12 wide:col-span-5',
  presented: 'desk:col-span-12 wide:col-span-7',
}

export function PanelSkeleton({ className }: { className: string }) {
  return (
    <div className={`min-w-0 rounded-l border border-border bg-surface p-4 ${className}`}>
      <Skeleton className="h-5 w-48" />
      <Skeleton className="mt-3 h-4 w-72 max-w-full" />
    </div>
  )
}

export function FiltersSkeleton() {
  return (
    <div className="mb-3.5 flex flex-wrap gap-2">
      {['campaign', 'period', 'sector', 'municipality', 'size'].map((pill) => (
        <Skeleton key={pill} className="h-11 w-32 rounded-m tablet:h-8.5" />
      ))}
    </div>
  )
}

export function HeadlineSkeleton() {
  return (
    <div className="mb-3.5 grid grid-cols-2 gap-3.5 desk:grid-cols-6 wide:grid-cols-5 [&>:last-child]:col-span-2 desk:[&>*]:col-span-2 desk:[&>:nth-child(n+4)]:col-span-3 wide:[&>*]:col-span-1 wide:[&>:nth-child(n+4)]:col-span-1">
      {['contacted', 'visited', 'needs', 'takenUp', 'met'].map((tile) => (
        <div key={tile} className="h-31 rounded-l border border-border bg-surface px-4 py-3">
          <Skeleton className="h-4 w-24" />
          <Skeleton className="mt-3 h-7 w-32" />
        </div>
      ))}
    </div>
  )
}
