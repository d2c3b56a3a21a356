import { Refusal } from '@/lib/refusal'
import type { SectorPrefix } from '@/lib/register/sectors'
import type { SectorList } from '@/lib/sectors/schema'

/**
 * Prefixes as a person types them, with dots or without, `41, 30.1 58-63`, a range only of divisions: digits, each once
 * and in order. Null where one cannot be read. A prefix has two to six digits.
 */
export function prefixesFrom(text: string): string[] | null {
  const parts = text.replace(/\s*[-–]\s*/g, '-').split(/[\s,;]+/)
  const read = parts.filter(Boolean).map((part) => {
    const [, from, to] = /^(\d\d)-(\d\d)$/.exec(part) ?? []
    if (from && to && from < to) return divisions(Number(from), Number(to))
    const digits = part.replaceAll('.', '')
    return /^\d{2,6}$/.test(digits) && /^\d\d(\.\d{1,2}){0,2}$|^\d+$/.test(part) ? [digits] : null
  })
  return read.some((some) => some === null) ? null : [...new Set(read.flatMap((some) => some ?? []))].sort()
}

const divisions = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String(from + i).padStart(2, '0'))

/** `30.1, 41, 58–63`: three or more neighbouring divisions are said as a range. The empty prefix is not said. */
export function prefixesText(prefixes: string[]): string {
  const said: string[] = []
  const all = [...prefixes].filter(Boolean).sort()
  for (let i = 0; i < all.length; i++) {
    let end = i
    while (isNext(all[end], all[end + 1])) end++
    if (end - i >= 2) said.push(`${all[i]}–${all[end]}`)
    else said.push(...all.slice(i, end + 1).map(dotted))
    i = end
  }
  return said.join(', ')
}

const isNext = (one = '', other = '') => one.length === 2 && other.length === 2 && Number(other) === Number(one) + 1
const dotted = (prefix: string) => prefix.match(/.{1,2}/g)?.join('.') ?? prefix

type Draft = Pick<SectorList, 'sectors' | 'restId'>

/**
 * A list under which every firm has one sector. Refuses an empty one, two sectors of one name, a prefix in two sectors,
 * and a retired sector that still catches anything.
 */
export function checkSectors({ sectors, restId }: Draft): void {
  if (!sectors.some(({ retired }) => !retired)) throw new Refusal('sectorsEmpty')
  const rest = sectors.find(({ id }) => id === restId)
  if (!rest) throw new Refusal('sectorRestMissing')
  const names = new Set<string>()
  const owners = new Map<string, string>()
  for (const { id, nameIt, retired, prefixes } of sectors) {
    if (retired && id === restId) throw new Refusal('sectorRetiredRest', { name: nameIt })
    if (retired && prefixes.length) throw new Refusal('sectorRetiredCatches', { name: nameIt })
    if (names.has(nameIt.toLowerCase())) throw new Refusal('sectorNameTwice', { name: nameIt })
    names.add(nameIt.toLowerCase())
    for (const prefix of prefixes) {
      const first = owners.get(prefix)
      if (first) throw new Refusal('prefixTwice', { prefix: dotted(prefix), first, second: nameIt })
      owners.set(prefix, nameIt)
    }
  }
}

/** What the finder goes by; the sector that catches the rest has the empty prefix. */
export function prefixesOf({ sectors, restId }: Draft): SectorPrefix[] {
  const own = sectors.flatMap(({ id, prefixes }) => prefixes.map((prefix) => ({ prefix, sectorId: id })))
  return [...own, { prefix: '', sectorId: restId }]
}
