import { useTranslations } from 'next-intl'

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']

export function FirmListSkeleton() {
  const t = useTranslations('firms.list')
  return (
    <div
      role="status"
      aria-label={t('loading')}
      className="rounded-l border border-border bg-surface [&>div]:flex [&>div]:h-12.5 [&>div]:items-center [&>div]:border-b [&>div]:border-border [&>div]:px-4 [&>div]:last:border-0 [&_i]:h-4 [&_i]:w-2/3 [&_i]:animate-appear [&_i]:rounded-s [&_i]:bg-fill"
    >
      {ROWS.map((row) => (
        <div key={row} aria-hidden>
          <i />
        </div>
      ))}
    </div>
  )
}
