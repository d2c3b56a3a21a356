import { classNames } from '@/components/ui/class-names'

/** The shape of what is coming; appears only when the wait is felt. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames('animate-appear rounded-s bg-fill', className ?? 'h-4 w-full')} />
}
