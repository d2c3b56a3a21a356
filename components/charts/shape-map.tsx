import { FirmsLink } from '@/components/charts/firms-link'
import { Lit } from '@/components/charts/lit'
import type { Drawing } from '@/lib/map/rules'

export type MapRow = {
  code: string
  name: string
  of: string
  cells: string[]
  about: string /** 0 none, 1–6. */
  shade: number
}
type ShapeMapProps = {
  label: string
  drawing: Drawing
  rows: MapRow[]
  table: { caption: string; head: string; columns: string[] }
  islands: string
}

const FILLS = ['', 'fill-s1', 'fill-s2', 'fill-s3', 'fill-s4', 'fill-s5', 'fill-s6']

/** Shapes shaded by what the table beside them says; the row and the shape at hand light up together. */
export function ShapeMap({ label, drawing, rows, table, islands }: ShapeMapProps) {
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const { width, height, shapes, inset } = drawing
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
          <text x={inset.x + 6} y={inset.y + inset.height - 5} className="fill-axis text-[11px]">
            {islands}
          </text>
        )}
        {shapes.map(({ code, d }) => {
          const row = byCode.get(code)
          const shade = row?.shade ?? 0
          return (
            <path
              key={code}
              d={d}
              data-code={code}
              className={`stroke-surface [stroke-width:0.8] ${FILLS[shade]}`}
              fill={shade ? undefined : 'url(#nobody)'}
            >
              <title>{row?.about ?? ''}</title>
            </path>
          )
        })}
        {shapes
          .filter(({ named }) => named)
          .map(({ code, x, y }) => (
            <text
              key={code}
              x={x}
              y={y}
              textAnchor="middle"
              className="pointer-events-none fill-text stroke-surface text-[12px] font-semibold [paint-order:stroke] [stroke-width:3]"
            >
              {byCode.get(code)?.name}
            </text>
          ))}
      </svg>
      <section aria-label={table.caption} className="max-h-85 overflow-auto">
        <table className="w-full border-collapse text-small [&_[data-lit]]:bg-tint [&_td]:pl-2 [&_td]:text-right [&_td]:tabular-nums [&_tr]:border-b [&_tr]:border-border">
          <caption className="sr-only">{table.caption}</caption>
          <thead className="[&_th]:sticky [&_th]:top-0 [&_th]:bg-surface [&_th]:py-1 [&_th]:font-semibold [&_th]:text-text-2">
            <tr>
              <th scope="col" className="text-left">
                {table.head}
              </th>
              {table.columns.map((column) => (
                <th key={column} scope="col" className="pl-2 text-right">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code} data-code={row.code}>
                <th scope="row" className="h-6 text-left font-normal">
                  <FirmsLink of={row.of}>{row.name}</FirmsLink>
                </th>
                {row.cells.map((cell, i) => (
                  <td key={table.columns[i]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Lit>
  )
}
