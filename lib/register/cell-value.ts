/** A spreadsheet's days count from here; the one of old Macs from 1 January 1904. Source: ECMA-376, 18.17.4.1. */
const DAY_0 = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) }
const DAY = 86_400_000
const LAST_SERIAL = 2_958_465

/** Formats 14–22 and some of eastern languages are dates without saying how. Source: ECMA-376, 18.8.30. */
export function isDateFormat(id: number, code = ''): boolean {
  if (code === '') return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
  return /[dy]/i.test(bare) && !/^general$/i.test(bare)
}

/** A day as `yyyy-mm-dd`; a number that can be none stays a number. */
export function printedDate(serial: number, since1904: boolean): string {
  const lastDay = LAST_SERIAL - (since1904 ? 1_462 : 0)
  if (!(serial >= 1 && serial <= lastDay)) return printedNumber(serial)
  // 29 February 1900 never was, and spreadsheets count it.
  const days = Math.floor(serial) + (!since1904 && serial < 60 ? 1 : 0)
  return new Date(DAY_0[since1904 ? 1904 : 1900] + days * DAY).toISOString().slice(0, 10)
}

/**
 * A number as a person reads it: fifteen digits, no powers of ten. With exactly three decimals it gets a fourth, for
 * `10.125` would be read as ten thousand.
 */
export function printedNumber(value: number): string {
  if (!Number.isFinite(value)) return ''
  const rounded = Number(value.toPrecision(15))
  if (Math.abs(rounded) >= 1e21) return ''
  if (Number.isInteger(rounded)) return String(rounded)
  const text = Math.abs(rounded) < 1e-6 ? rounded.toFixed(12) : String(rounded)
  return /^\d+\.\d{3}$/.test(text) ? `${text}0` : text
}
