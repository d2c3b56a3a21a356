'use client'

type Field = { name: string; type: string; about?: string }

/** Said once for all cells: the reference has hundreds. */
const CELLS =
  '[&_:is(td,th)]:border-t [&_:is(td,th)]:border-border [&_:is(td,th)]:py-1.5 [&_:is(td,th)]:pr-3 [&_:is(td,th)]:text-left [&_:is(td,th)]:align-top [&_:is(td,th)]:text-small [&_th]:font-mono [&_th]:font-normal [&_th]:break-all [&_td]:text-text-2 [&_small]:block [&_small]:text-small [&_small]:text-text-3'

/** Parameters or columns; drawn from the names alone, so that they are sent with the page once. */
export function FieldTable({ caption, fields, none }: { caption: string; fields: Field[]; none: string }) {
  if (fields.length === 0) return <p className="text-small text-text-3">{none}</p>
  return (
    <table className={`w-full border-collapse self-start ${CELLS}`}>
      <caption className="text-left text-small font-semibold">{caption}</caption>
      <tbody>
        {fields.map(({ name, type, about }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              {type}
              {about && <small>{about}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
