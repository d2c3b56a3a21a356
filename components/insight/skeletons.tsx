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

/** As high as the panels are with the figures of a programme; a row of the grid is as high as its highest. */
export const HEIGHTS: Record<keyof typeof SPANS, string> = {
  compare: 'h-128 wide:h-125',
  ranking: 'h-96',
  funnel: 'h-96',
  sectors: 'h-146',
  digital: 'h-105 wide:h-146',
  groups: 'h-139 tablet:h-130 wide:h-56',
  territory: 'h-192 tablet:h-118',
  trend: 'h-110 tablet:h-98 wide:h-118',
  likeness: 'h-139 tablet:h-126 wide:h-130',
  presented: 'h-110 wide:h-130',
}

export function PanelSkeleton({ className }: { className: string }) {
  return <div aria-hidden className={`panel-awaited ${className}`} />
}

/** As wide as the pills of a programme, so that they break into as many rows. */
const PILLS: Record<string, string>[] = [
  {
    campaign: 'w-61',
    period: 'w-36.5',
    sector: 'w-32.5',
    municipality: 'w-31',
    size: 'w-37.5',
    young: 'w-21.5',
    female: 'w-21',
    foreign: 'w-20',
    visited: 'w-16 max-tablet:w-full',
  },
  { compare: 'w-65' },
]

export function FiltersSkeleton() {
  return PILLS.map((pills) => (
    <div key={Object.keys(pills)[0]} className="mb-3.5 flex flex-wrap gap-2">
      {Object.entries(pills).map(([pill, width]) => (
        <Skeleton key={pill} className={`h-11 rounded-m tablet:h-8.5 ${width}`} />
      ))}
    </div>
  ))
}

export function HeadlineSkeleton() {
  return (
    <div className="mb-3.5 grid grid-cols-2 gap-3.5 desk:grid-cols-6 wide:grid-cols-5 [&>:last-child]:col-span-2 desk:[&>*]:col-span-2 desk:[&>:nth-child(n+4)]:col-span-3 wide:[&>*]:col-span-1 wide:[&>:nth-child(n+4)]:col-span-1">
      {['contacted', 'visited', 'needs', 'takenUp', 'met'].map((tile) => (
        <div key={tile} aria-hidden className="panel-awaited h-39 last:h-29.5 tablet:h-29.5" />
      ))}
    </div>
  )
}
