import { FirmsLink } from '@/components/charts/firms-link'

export type ShareBar = {
  key: string
  of: string /** Null where there are too few answers. */
  share: number | null
  text: string
  look: string
}
export type ShareRow = { key: string; name: string; base: string; of: string; bars: ShareBar[] }

/** For each row a few shares side by side, each a bar of the same hundred percent with its number. */
export function ShareBars({ head, rows }: { head: string[]; rows: ShareRow[] }) {
  return (
    <table className="w-full table-fixed border-collapse text-table">
      <thead>
        <tr className="text-left text-micro text-axis">
          <td className="w-[34%]" />
          {head.map((name) => (
            <th key={name} scope="col" className="pb-1 pl-3 font-normal">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className="h-9">
            <th scope="row" className="text-left font-normal">
              <FirmsLink of={row.of} className="block truncate leading-4 text-text no-underline hover:underline">
                {row.name}
              </FirmsLink>
              <span className="text-micro text-axis">{row.base}</span>
            </th>
            {row.bars.map(({ key, of, share, text, look }) => (
              <td key={key} className="pl-3">
                <FirmsLink of={of} className="block text-small leading-4 text-text-2 no-underline hover:underline">
                  {text}
                </FirmsLink>
                <span aria-hidden className="mt-0.5 block h-1.5 overflow-hidden rounded-[2px] bg-fill">
                  {share !== null && (
                    <span className={`block h-full ${look}`} style={{ width: `${(share * 100).toFixed(1)}%` }} />
                  )}
                </span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
