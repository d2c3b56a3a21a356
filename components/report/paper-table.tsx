import type { ReportTable } from '@/lib/report/model'

/** A table of the report; its head comes again on each page. */
export function PaperTable({ table: { caption, head, rows, total } }: { table: ReportTable }) {
  const [first, ...names] = head
  return (
    <div className="paper-table">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {names.map((name, column) => (
              // Two columns of a comparison have the same name.
              <th key={head.slice(0, column + 2).join()} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows, ...(total ? [total] : [])].map((row) => (
            <tr key={row[0]} className={row === total ? 'font-semibold' : undefined}>
              <th scope="row">{row[0]}</th>
              {row.slice(1).map((cell, column) => (
                <td key={head.slice(0, column + 2).join()}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
