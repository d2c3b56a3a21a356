'use client'
import { useLocale, useTranslations } from 'next-intl'
import { FirmsLink } from '@/components/charts/firms-link'
import { formatNumber, formatShare } from '@/lib/format'
import { showShare } from '@/lib/statistics/showing'

export type ShareRow = {
  key: string
  name: string
  base: string
  of: string
  /** For each column: which number it is, how many of how many. */
  shares: [of: string, some: number, all: number][]
}
type ShareBarsProps = { head: [name: string, look: string][]; rows: ShareRow[] }

/** For each row a few shares side by side, each a bar of the same hundred percent with its number. */
export function ShareBars({ head, rows }: ShareBarsProps) {
  const [t, locale] = [useTranslations('insight'), useLocale()]
  const number = (value: number) => formatNumber(locale, value)
  return (
    <table className="share-table table-fixed [&_td]:pl-3 [&_thead_th]:pb-1 [&_thead_th]:pl-3 [&_thead_th]:font-normal">
      <thead className="chart-head">
        <tr>
          <td className="w-[34%]" />
          {head.map(([name]) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <FirmsLink of={row.of} className="chart-name line-clamp-2 whitespace-normal">
                {row.name}
              </FirmsLink>
              <small>{row.base}</small>
            </th>
            {row.shares.map(([of, some, all], i) => {
              const counts = t('of', { some: number(some), all: number(all) })
              const share = showShare(all) ? some / all : null
              return (
                <td key={of}>
                  <FirmsLink of={of} className="chart-name">
                    {share === null ? counts : `${formatShare(locale, share, 0)} · ${counts}`}
                  </FirmsLink>
                  <span aria-hidden className="share-bar">
                    {share !== null && <i className={head[i]?.[1]} style={{ width: `${(share * 100).toFixed(1)}%` }} />}
                  </span>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
