'use client'
import type { Route } from 'next'
import Link from 'next/link'
import { RowIcon, type RowIconName } from '@/components/ui/row-icon'
import { Tag, type TagTone } from '@/components/ui/tag'

/** A firm as its row prints it: what is left out is not there, so that twenty-five rows travel light. */
export type PrintedFirm = {
  id: string
  name: string
  sector: string
  place?: string
  ateco?: string
  activity?: string
  staff: string
  flags: string[]
  /** Where it is not simply active. */
  status?: [tone: TagTone, icon: RowIconName, word: string]
  campaign?: string
  /** Whether it can be called; none where it is to be left alone. */
  contact?: string
}

type FirmRowsProps = {
  firms: PrintedFirm[]
  /** What is said of a firm that is to be left alone. */
  stop: string
}

/** Its cells are dressed by the table. Of plain values, since rows drawn for the browser are sent twice: as HTML and as elements. */
export function FirmRows({ firms, stop }: FirmRowsProps) {
  const stopTag = (
    <Tag tone="danger" icon={<RowIcon name="ban" />}>
      {stop}
    </Tag>
  )
  return firms.map((firm) => (
    <tr key={firm.id}>
      <th scope="row">
        <Link href={`/firms/${firm.id}` as Route} prefetch={false} title={firm.name}>
          {firm.name}
        </Link>
        <p>{firm.place ? `${firm.sector} · ${firm.place}` : firm.sector}</p>
        {firm.status && (
          <Tag tone={firm.status[0]} icon={<RowIcon name={firm.status[1]} />}>
            {firm.status[2]}
          </Tag>
        )}
        {!firm.contact && <span className="tablet:hidden">{stopTag}</span>}
      </th>
      <td>
        {firm.sector}
        {firm.ateco && <small title={firm.activity}>{firm.ateco}</small>}
      </td>
      <td>{firm.place}</td>
      <td>{firm.staff}</td>
      <td>
        {firm.flags.map((flag) => (
          <Tag key={flag} tone="blue">
            {flag}
          </Tag>
        ))}
      </td>
      {firm.campaign && <td>{firm.campaign}</td>}
      <td>{firm.contact ?? stopTag}</td>
    </tr>
  ))
}
