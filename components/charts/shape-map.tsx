'use client'
import { useLocale } from 'next-intl'
import { FirmsLink } from '@/components/charts/firms-link'
import { Lit } from '@/components/charts/lit'
import { useInBrowser } from '@/components/ui/in-browser'
import { formatFigure, type PageRow, type PageTable } from '@/lib/insight/figures'
import type { Drawing, Shape } from '@/lib/map/rules'

type ShapeMapProps = {
  label: string
  frame: Pick<Drawing, 'width' | 'height' | 'inset'>
  shapes: Omit<Shape, 'named'>[]
  /** Where the largest towns are called by name. */
  towns: Pick<Shape, 'code' | 'x' | 'y'>[]
  /** The places (`placeTable`). */
  table: PageTable
  /** What the table beside the map is called. */
  places: string
  /** 0 none, 1–6; row by row. */
  shades: number[]
  islands: string
}

/** As much of a town's name as its map has room for; whole, it stands in the table. */
const callName = (name = '') => (name.length > 20 ? `${name.slice(0, 19)}…` : name)

const codeOf = (of: string) => of.replace('place=', '')

const FILLS = ['stroke-axis', 'fill-s1', 'fill-s2', 'fill-s3', 'fill-s4', 'fill-s5', 'fill-s6']

/** Shapes shaded by what the table beside them says; the row and the shape at hand light up together. */
export function ShapeMap({ label, frame, shapes, towns, table, places, shades, islands }: ShapeMapProps) {
  const [locale, inBrowser] = [useLocale(), useInBrowser()]
  const at = new Map(table.rows.map(({ of }, i) => [codeOf(of), i]))
  const rowOf = (code: string) => table.rows[at.get(code) ?? -1]
  const figures = ({ cells }: PageRow) =>
    cells.map((cell, i) => formatFigure(locale, table.columns[i]?.kind ?? 'count', cell))
  const about = (row: PageRow) =>
    [row.name, ...figures(row).map((figure, i) => `${table.columns[i]?.name} ${figure}`)].join(' · ')
  const { width, height, inset } = frame
  return (
    <Lit className="grid gap-3 tablet:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${width} ${height}`}
        className="w-full [&_[data-lit]]:stroke-text [&_[data-lit]]:[stroke-width:2]"
      >
        <defs>
          <pattern id="nobody" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0v5" className="stroke-axis" strokeWidth="1.5" />
          </pattern>
        </defs>
        {inset && <rect {...inset} rx="4" className="fill-none stroke-border" />}
        {inset && (
          <text x={inset.x + 6} y={inset.y + inset.height - 5} className="fill-axis text-[15px] tablet:text-[11px]">
            {islands}
          </text>
        )}
        <g className="stroke-surface [stroke-width:0.8]">
          {shapes.map(({ code, d, x, y, r }) => {
            const row = rowOf(code)
            const shade = shades[at.get(code) ?? -1] ?? 0
            const look = {
              'data-code': code,
              className: FILLS[shade],
              fill: shade ? undefined : 'url(#nobody)',
              children: inBrowser && row && <title>{about(row)}</title>,
            }
            if (r) return <circle key={code} cx={x} cy={y} r={r} {...look} />
            // Outlines are long: they are sent once, to be drawn in the browser.
            return inBrowser && <path key={code} d={d} {...look} />
          })}
        </g>
        <g
          textAnchor="middle"
          className="pointer-events-none fill-text stroke-surface text-[17px] font-semibold tablet:text-[12px] [paint-order:stroke] [stroke-width:3]"
        >
          {towns.map(({ code, x, y }) => (
            <text key={code} x={x} y={y}>
              {callName(rowOf(code)?.name)}
            </text>
          ))}
        </g>
      </svg>
      <section aria-label={places} className="max-h-85 overflow-auto">
        <table className="w-full border-collapse text-small [&_[data-lit]]:bg-tint [&_tbody_th]:h-6 [&_tbody_th]:text-left [&_tbody_th]:font-normal [&_tbody_a]:line-clamp-2 [&_td]:pl-2 [&_td]:text-right [&_td]:tabular-nums [&_tr]:border-b [&_tr]:border-border">
          <caption className="sr-only">{places}</caption>
          <thead className="[&_th]:sticky [&_th]:top-0 [&_th]:bg-surface [&_th]:py-1 [&_th]:font-semibold [&_th]:text-text-2">
            <tr>
              <th scope="col" className="text-left">
                {table.head}
              </th>
              {table.columns.map(({ name }) => (
                <th key={name} scope="col" className="pl-2 text-right">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.of} data-code={codeOf(row.of)}>
                <th scope="row">
                  <FirmsLink of={row.of}>{row.name}</FirmsLink>
                </th>
                {figures(row).map((figure, i) => (
                  <td key={table.columns[i]?.name}>{figure}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Lit>
  )
}
