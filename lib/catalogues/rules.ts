import { Refusal } from '@/lib/refusal'

type Row = { id: string; nameIt: string; retired: boolean }

/**
 * A list that can be offered: somebody finds something in it, under one name each, and nothing that others name has gone
 * (rows are retired, never deleted).
 */
export function checkRows(known: Row[], rows: Row[]): void {
  if (!rows.some(({ retired }) => !retired)) throw new Refusal('listEmpty')
  const lost = known.find(({ id }) => !rows.some((row) => row.id === id))
  if (lost) throw new Refusal('rowLost', { name: lost.nameIt })
  const names = new Set<string>()
  for (const { nameIt } of rows) {
    if (names.has(nameIt.toLowerCase())) throw new Refusal('nameTwice', { name: nameIt })
    names.add(nameIt.toLowerCase())
  }
}

type Answers = { nameIt: string; retired: boolean; officeId: string }

/** A service that is offered belongs to an office that works. */
export function checkOffices(offices: Row[], services: Answers[]): void {
  for (const { nameIt, retired, officeId } of services) {
    const office = offices.find(({ id }) => id === officeId)
    if (!office) throw new Refusal('notFound')
    if (!retired && office.retired) throw new Refusal('officeAnswers', { office: office.nameIt, service: nameIt })
  }
}
