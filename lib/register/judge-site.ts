import type { Column } from '@/lib/register/column-names'
import type { Place } from '@/lib/register/judge-place'
import { judgeDate, judgeText } from '@/lib/register/judge-value'
import type { ImportChoices } from '@/lib/register/schema'
import { statusOf } from '@/lib/register/words'
import type { RegisterStatus } from '@/prisma/client/enums'

/** A site: REA province and number and unit are its key. */
export type Site = {
  province: string
  number: string
  unit: string
  kind: string | null
  address: string | null
  postcode: string | null
  municipalityCode: string | null
  municipalityName: string | null
  openedOn: string | null
  closedOn: string | null
}

type Cells = (column: Column) => string

/** `SEDE`, or `UL-1` however it is printed; a file that does not tell lists head offices. */
export function judgeUnit(cell: string): string {
  const text = cell.trim().toUpperCase()
  if (!text || text === '0' || text.startsWith('SEDE')) return 'SEDE'
  const number = /^(?:UL)?[\s./-]*0*(\d+)$/.exec(text)?.[1]
  return number ? `UL-${number}` : text.replace(/\s+/g, ' ')
}

type Where = { province: string; number: string; unit: string; address: string | null; postcode: string | null }

export function judgeSite(cell: Cells, { place, ...where }: Where & { place: Place }): Site {
  return {
    ...where,
    kind: judgeText(cell('unitKind')),
    municipalityCode: place.code,
    municipalityName: place.name,
    openedOn: judgeDate(cell('openedOn')),
    closedOn: judgeDate(cell('ceasedOn')),
  }
}

/** The register's dates speak first, then a status column, then `IN LIQUIDAZIONE` in the name. */
export function judgeStatus(
  cell: Cells,
  name: string,
  ceasedOn: string | null,
  words?: ImportChoices['words'],
): RegisterStatus {
  if (ceasedOn) return 'ceased'
  if (judgeDate(cell('insolventOn'))) return 'insolvent'
  if (judgeDate(cell('liquidationOn'))) return 'in_liquidation'
  const stated = cell('status')
  const known = stated ? statusOf(stated, words) : undefined
  return known ?? (/\bin liquidazione\b/i.test(name) ? 'in_liquidation' : 'active')
}
