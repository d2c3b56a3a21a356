import type { SizeClass } from '@/prisma/client/enums'

/** By what way a firm told us to stop. */
export const STOP_CHANNELS = ['phone', 'visit', 'pec', 'email', 'letter', 'desk'] as const

/** Letters that Unicode does not take apart into a base and an accent. */
const WHOLE_LETTERS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i' }

/** What the search looks in and for: a–z and 0–9 only, without accents, apostrophes, blanks or case. */
export function searchName(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[ßæœøđłı]/g, (letter) => WHOLE_LETTERS[letter] ?? '')
    .replace(/[^a-z0-9]/g, '')
}

/** The class of dependent plus independent staff; unknown where the register tells neither. */
export function sizeClassOf(dependent: number | null | undefined, independent: number | null | undefined): SizeClass {
  if (dependent == null && independent == null) return 'unknown'
  const staff = (dependent ?? 0) + (independent ?? 0)
  if (staff <= 1) return 'staff_0_1'
  if (staff <= 9) return 'staff_2_9'
  return staff <= 49 ? 'staff_10_49' : 'staff_50_plus'
}

/** The classes in their order, for filters and tables. */
export const SIZE_CLASSES = ['staff_0_1', 'staff_2_9', 'staff_10_49', 'staff_50_plus', 'unknown'] as const

/** An Italian number without +39; any other country's number as it is. */
export function nationalNumber(e164: string): string {
  return e164.startsWith('+39') ? e164.slice(3) : e164
}

/** Italian area codes of two and three digits; all others have four. Source: Piano nazionale di numerazione (AGCOM). */
const AREA = /^0(?:[26]|1[0159]|3[0159]|4[0159]|5[0159]|7[0159]|8[0159]|9[0159])/

/** `06 0000 0118`, `0773 123 456`, `300 000 0142`: digits in groups that can be read out. */
export function formatPhone(e164: string): string {
  const number = nationalNumber(e164)
  if (number.startsWith('+')) return number
  const area = number.startsWith('0') ? (AREA.exec(number)?.[0] ?? number.slice(0, 4)) : number.slice(0, 3)
  const rest = number.slice(area.length)
  const half = rest.length > 5 ? Math.floor(rest.length / 2) : rest.length
  return [area, rest.slice(0, half), rest.slice(half)].filter(Boolean).join(' ')
}
