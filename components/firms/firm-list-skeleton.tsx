import { useTranslations } from 'next-intl'

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']

export function FirmListSkeleton() {
  const t = useTranslations('firms.list')
  return (
    <div
      role="status"
      aria-label={t('loading')}
      className="rounded-l border border-border bg-surface [&>i]:flex [&>i]:h-12.5 [&>i]:items-center [&>i]:border-b [&>i]:border-border [&>i]:px-4 [&>i]:last:border-0 [&>i]:before:h-4 [&>i]:before:w-2/3 [&>i]:before:animate-appear [&>i]:before:rounded-s [&>i]:before:bg-fill"
    >
      {ROWS.map((row) => (
        <i key={row} />
      ))}
    </div>
  )
}
