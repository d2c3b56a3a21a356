import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { formatNumber } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import type { Told } from '@/lib/open-data/rules'

const NUMBER = 'border-t border-border px-3 py-1.5 text-right text-table tabular-nums'

/** One table as it is told: what is kept back is a dot, and said as such. */
export async function ToldTable({ table, isPublic }: { table: Told; isPublic: boolean }) {
  const [t, locale] = await Promise.all([getTranslations('opendata'), getLocale()])
  const lines = [...(table.base ? [table.base] : []), ...table.columns]
  const number = (count: number | null | undefined) =>
    typeof count === 'number' ? (
      formatNumber(locale, count)
    ) : (
      <span className="text-text-3">
        <span aria-hidden>·</span>
        <span className="sr-only">{t('keptBack')}</span>
      </span>
    )
  const links = isPublic && (
    <span className="flex gap-2">
      {(['csv', 'json'] as const).map((format) => (
        <LinkButton key={format} href={`/opendata/${table.id}.${format}`} size="sm" download>
          {format.toUpperCase()}
        </LinkButton>
      ))}
    </span>
  )
  return (
    <Card title={t(`tables.${table.id}`)} id={table.id} actions={links} padded={false}>
      {/* What is wider than the screen scrolls, and the arrow keys do it from the summary. */}
      <details open={table.rows.length <= 12} className="relative overflow-x-auto pt-2">
        <summary className="cursor-pointer px-4 pb-2 text-small text-link">{t('show')}</summary>
        <table className="w-full border-collapse">
          <caption className="sr-only">{t(`tables.${table.id}`)}</caption>
          <thead>
            <tr>
              <th scope="col" className="px-4 py-1.5 text-left text-small font-semibold text-text-2">
                {t('rows')}
              </th>
              {lines.map((line) => (
                <th key={line.code} scope="col" className="px-3 py-1.5 text-right text-small font-semibold text-text-2">
                  {nameIn(locale, line)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, place) => (
              <tr key={row.code}>
                <th scope="row" className="border-t border-border px-4 py-1.5 text-left text-table font-normal">
                  {nameIn(locale, row)}
                </th>
                {lines.map((line) => (
                  <td key={line.code} className={NUMBER}>
                    {number(line.counts[place])}
                  </td>
                ))}
              </tr>
            ))}
            {table.sums && (
              <tr className="font-semibold">
                <th scope="row" className="border-t border-border px-4 py-1.5 text-left text-table">
                  {t('total')}
                </th>
                {lines.map((line) => (
                  <td key={line.code} className={NUMBER}>
                    {number(line.total)}
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </details>
    </Card>
  )
}
