import type { Column } from '@/lib/register/column-names'

export type Ateco = { main: string | null; codes: string[]; version: 'ateco_2007' | 'ateco_2025' | null }

/** Divisions of ATECO 2007 and 2025 by their two digits. */
const isDivision = (digits: string) => {
  const division = Number(digits.slice(0, 2))
  const gaps = [0, 4, 34, 40, 44, 48, 54, 57, 67, 76, 83, 89]
  return digits.length >= 2 && division <= 99 && !gaps.includes(division)
}

/** `70.22.09` from `702209`; what was cut at the end stays cut, because sectors go by the beginning. */
const dotted = (digits: string) => digits.match(/.{1,2}/g)?.join('.') ?? digits

/**
 * One code as printed, with its dots and the leading zero of divisions 01–09 that spreadsheets eat. Where the digits
 * alone cannot tell (`111` is 11.1 or 01.11), `division` decides if the row names it elsewhere, else they stand as printed.
 */
export function restoreAteco(printed: string, division?: string): string | null {
  const groups = printed.split('.')
  let digits = groups.map((group, i) => (i === 0 && groups.length > 1 ? group.padStart(2, '0') : group)).join('')
  if (!/^\d{1,6}$/.test(digits)) return null
  const asNamed = division !== undefined && !digits.startsWith(division) && `0${digits}`.startsWith(division)
  // Five digits that end in 0 are six with the first one lost: a system that drops zeros at the end drops all of them.
  const sixWithoutFirst = groups.length === 1 && /^[1-9]\d{3}0$/.test(digits)
  if (asNamed || sixWithoutFirst || !isDivision(digits)) digits = `0${digits}`
  return isDivision(digits) && digits.length <= 6 ? dotted(digits) : null
}

/** Several codes in one cell (`P 22.23.02 / S 16.23.10`): the one marked P, else the first, is the main one. */
export function judgeAteco(cell: string, version: Ateco['version'], activity = ''): Ateco {
  const division = /^[A-V] (\d\d)\b/.exec(activity)?.[1]
  const codes: string[] = []
  let main: string | null = null
  for (const [, mark, printed] of cell.toUpperCase().matchAll(/(?:\b([A-Z])\s*)?(\d[\d.]*)/g)) {
    const code = restoreAteco((printed ?? '').replace(/\.$/, ''), division)
    if (!code) continue
    if (mark === 'P' && main === null) main = code
    if (!codes.includes(code)) codes.push(code)
  }
  main ??= codes[0] ?? null
  return { main, codes, version: main ? version : null }
}

/** As many different cells are remembered: a register's firms share a thousand activities or so. */
const REMEMBERED = 5_000

/** The codes of a row, from whichever of its columns has some; the newer classification speaks where both are there. */
export function atecoJudge(): (cell: (column: Column) => string, activity: string) => Ateco {
  const remembered = new Map<string, Ateco>()
  return (cell, activity) => {
    const [newer, older, either] = [cell('ateco2025'), cell('ateco2007'), cell('ateco')]
    const division = activity.slice(0, 5)
    const key = `${newer}|${older}|${either}|${division}`
    const before = remembered.get(key)
    if (before) return before
    const readings = [
      judgeAteco(newer, 'ateco_2025', division),
      judgeAteco(older, 'ateco_2007', division),
      judgeAteco(either, null, division),
    ] as const
    const ateco = readings.find((reading) => reading.main) ?? readings[2]
    if (remembered.size < REMEMBERED) remembered.set(key, ateco)
    return ateco
  }
}
