import type { Route } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { formatNumber, formatShare } from '@/lib/format'
import type { ImportRow } from '@/lib/register/queries'
import type { ListKind } from '@/lib/register/schema'

const PARTS = [
  ['created', 'bg-c1', 'new'],
  ['changed', 'bg-c2', 'changed'],
  ['unchanged', 'bg-c6', 'unchanged'],
  ['ceased', 'bg-c5', 'ceased'],
  ['missing', 'bg-c3', 'missing'],
  ['rejected', 'bg-danger', 'rejected'],
] as const satisfies [keyof ImportRow, string, ListKind][]

/** The numbers of an import, each the way to its list, and the bar they make up. Rejected ones are rows, the others firms. */
export async function Counts({ row }: { row: ImportRow }) {
  const [t, locale] = await Promise.all([getTranslations('register'), getLocale()])
  const dry = row.status === 'checked'
  const counts = { ...row, missing: dry || row.full ? row.missing : 0 }
  const firms = counts.created + counts.changed + counts.unchanged + counts.ceased
  const number = (value: number) => formatNumber(locale, value)
  const share = (part: (typeof PARTS)[number][0]) => {
    if (part === 'missing') return dry ? t('dryRun.missing') : t('dryRun.missingFull')
    const base = part === 'rejected' ? counts.read : firms
    return t(part === 'rejected' ? 'result.ofRows' : 'result.ofFirms', {
      share: formatShare(locale, base ? counts[part] / base : 0),
    })
  }
  const words = Object.fromEntries(PARTS.map(([part]) => [part, number(counts[part])]))
  return (
    <>
      <dl className="grid grid-cols-2 overflow-hidden rounded-l border border-border tablet:grid-cols-6">
        {PARTS.map(([part, colour, kind]) => (
          <div
            key={part}
            className="relative border-border px-3 py-2.5 not-first:border-l has-[a]:hover:bg-hover max-tablet:odd:border-l-0 max-tablet:nth-[n+3]:border-t"
          >
            <dt className="flex items-center gap-1.5 text-table text-text-2">
              <span className={`size-2.5 shrink-0 rounded-[2px] ${colour}`} aria-hidden />
              {t(`result.${part}`)}
            </dt>
            <dd className="text-[1.5rem]/[1.875rem] font-semibold">
              {counts[part] > 0 && (dry || part !== 'unchanged') ? (
                <Link
                  href={`/register/${row.id}/rows?kind=${kind}` as Route}
                  className="text-text no-underline after:absolute after:inset-0 hover:underline"
                >
                  {number(counts[part])}
                  <span className="sr-only"> {t('dryRun.show')}</span>
                </Link>
              ) : (
                number(counts[part])
              )}
            </dd>
            <dd className="text-small text-text-3">{share(part)}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-3 mb-3.5 flex h-2.5 gap-0.5" role="img" aria-label={t('result.bar', words)}>
        {PARTS.filter(([part]) => counts[part] > 0 && (part !== 'missing' || row.full)).map(([part, colour]) => (
          <span key={part} className={`min-w-1 rounded-[2px] ${colour}`} style={{ flexGrow: counts[part] }} />
        ))}
      </div>
    </>
  )
}
