type WordTableProps = {
  caption: string
  head: string
  columns: string[]
  rows: { key: string; name: string; cells: string[] }[]
}

const LOOK =
  'w-full border-collapse text-table [&_:is(th,td)]:border-b [&_:is(th,td)]:border-border [&_:is(th,td)]:py-1 [&_:is(th,td)+*]:px-2 [&_:is(th,td)+*]:text-right [&_:is(th,td)+*]:whitespace-nowrap [&_td]:tabular-nums [&_th:first-child]:pr-2 [&_th:first-child]:text-left [&_tbody_th]:w-full [&_tbody_th]:font-normal [&_tbody_th]:wrap-anywhere'
const HEAD =
  '[&>tr>*]:sticky [&>tr>*]:top-0 [&>tr>*]:bg-surface [&>tr>*]:text-small [&>tr>*]:font-semibold [&>tr>*]:text-text-2'

/** Numbers that need a word or a sign beside them; on a phone each row takes two lines. */
export function WordTable({ caption, head, columns, rows }: WordTableProps) {
  return (
    <>
      <ul
        aria-label={caption}
        className="tablet:hidden [&_b]:font-semibold [&_b]:text-text [&_li]:border-b [&_li]:border-border [&_li]:py-2 [&_li]:text-table [&_p]:flex [&_p]:flex-wrap [&_p]:gap-x-3 [&_p]:text-small [&_p]:text-text-2"
      >
        {rows.map(({ key, name, cells }) => (
          <li key={key} className="wrap-anywhere">
            {name}
            <p>
              {columns.map((column, at) => (
                <span key={column}>
                  {`${column} `}
                  <b>{cells[at]}</b>
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
      <table className={`${LOOK} max-tablet:hidden`}>
        <caption className="pb-1 text-left text-small text-text-3">{caption}</caption>
        <thead className={HEAD}>
          <tr>
            <th scope="col">{head}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {columns.map((column, at) => (
                <td key={column}>{cells[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
