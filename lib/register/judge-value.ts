/** Excel counts days from here. */
const EXCEL_DAY_0 = Date.UTC(1899, 11, 30)

/** Runs of blanks and line breaks become one blank; null for nothing. */
export function judgeText(cell: string): string | null {
  const text = /\s\s|[\n\r\t]|^\s|\s$/.test(cell) ? cell.replace(/\s+/g, ' ').trim() : cell
  return text || null
}

/** A lost apostrophe is printed as `?` by systems without it (`DELL?ART`): only where an elision must be. */
export function judgeName(cell: string): string | null {
  const name = judgeText(cell)
  if (!name || !/[?’]/.test(name)) return name
  return name.replaceAll('’', "'").replace(/\b((?:[dns]?(?:e|a|u)ll|l|un|d)|quest|sant)\?(?=[aeiouh])/gi, "$1'")
}

/** `dd/mm/yyyy`, US `m/d/yy`, ISO or an Excel serial, as `yyyy-mm-dd`; null where it is no day. */
export function judgeDate(cell: string): string | null {
  const text = cell.trim()
  if (!text) return null
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:\s|$)/.exec(text)
  if (match) {
    const [a, b, printed] = [Number(match[1]), Number(match[2]), match[3] ?? '']
    if (printed.length === 2) return american(a, b, Number(printed))
    return b > 12 ? day(Number(printed), a, b) : day(Number(printed), b, a)
  }
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]|$)/.exec(text)
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const serial = /^(\d{4,5})(?:\.\d+)?$/.exec(text)
  return serial ? new Date(EXCEL_DAY_0 + Number(serial[1]) * 86_400_000).toISOString().slice(0, 10) : null
}

/** Two-digit years come from US spreadsheets, month first; up to ten years ahead they are of this century. */
function american(a: number, b: number, short: number): string | null {
  const century = short <= (new Date().getUTCFullYear() % 100) + 10 ? 2000 : 1900
  return a > 12 ? day(century + short, b, a) : day(century + short, a, b)
}

const TWO_DIGITS = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'))
const LONG_MONTHS = new Set([1, 3, 5, 7, 8, 10, 12])

function day(year: number, month: number, date: number): string | null {
  if (year < 1500 || year > 2200 || month < 1 || month > 12 || date < 1 || date > lastDay(year, month)) return null
  return `${year}-${TWO_DIGITS[month]}-${TWO_DIGITS[date]}`
}

function lastDay(year: number, month: number): number {
  if (month !== 2) return LONG_MONTHS.has(month) ? 31 : 30
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

/** Lire for one euro. Source: Regulation (EC) 2866/98. */
const LIRE = 1936.27

/** What a capital is counted in; null for a foreign currency. Nothing printed means euro. */
export function currencyOf(text: string): 'euro' | 'lire' | null {
  if (/^(\s*|\s*EUR.*|\s*€\s*)$/i.test(text)) return 'euro'
  return /^\s*(LIR[EA].*|LIT.*|ITL|L\.?)\s*$/i.test(text) ? 'lire' : null
}

/** Capital in euro, two decimals; lire are converted, other currencies are not: null. */
export function judgeCapital(cell: string, currency: string): string | null {
  if (!cell) return null
  // `10.000,00 EURO` in one cell.
  const [, digits = cell, unit = currency] = /^\s*([\d.,]+)\s*([A-Z€][A-Z€. ]*)$/i.exec(cell) ?? []
  const amount = italianNumber(digits)
  const counted = currencyOf(unit)
  if (amount === null || amount > 1e15 || counted === null) return null
  return (counted === 'lire' ? amount / LIRE : amount).toFixed(2)
}

/** `10.000,00`, `10000,5`, `10.000` and `10000.50`: a comma is always the decimal one. */
function italianNumber(cell: string): number | null {
  const text = cell.replace(/[\s€]/g, '')
  if (!/^\d[\d.,]*$/.test(text)) return null
  const thousands = text.includes(',') || /^\d{1,3}(\.\d{3})+$/.test(text)
  const value = Number(thousands ? text.replaceAll('.', '').replace(',', '.') : text)
  return Number.isFinite(value) ? value : null
}

/** A number of workers; null for none or nonsense. */
export function judgeCount(cell: string): number | null {
  if (!cell) return null
  const match = /^\s*(\d{1,7})(?:[.,]0+)?\s*$/.exec(cell)
  return match ? Number(match[1]) : null
}

/** `SI`, `S`, `Maggioritaria`, `Forte` and `Esclusiva` are yes. */
export const isYes = (cell: string) =>
  /^(s|s[iì]'?|y|yes|x|1|true|vero|maggioritaria|forte|esclusiva)$/i.test(cell.trim())

/** The plain yes and no; anything else is a definition worth keeping beside the flag. */
export const isPlainFlag = (cell: string) => /^(s|s[iì]'?|x|1|0|true|false|no?|)$/i.test(cell.trim())

/** PEC or e-mail in lower case; of several the first; null where the cell holds none. */
export function judgeEmail(cell: string): string | null {
  if (!cell.includes('@')) return null
  const found = /[^\s;,<>()]+@[^\s;,<>()@]+\.[a-z]{2,}/i.exec(cell)
  return found ? found[0].toLowerCase() : null
}

/** The first thing in the cell that can be an address on the web; null for `assente`, `-`, an e-mail address. */
export function judgeWebsite(cell: string): string | null {
  if (!cell.includes('.')) return null
  const found = /(?:^|\s)((?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/\S*)?)(?=[\s;,]|$)/i.exec(cell.trim())
  return found?.[1]?.toLowerCase().replace(/\/$/, '') ?? null
}

/** A postcode of five digits, with the leading zeros that spreadsheets eat. */
export function judgePostcode(cell: string): string | null {
  const match = /^\s*(\d{3,5})(?:\.0)?\s*$/.exec(cell)
  return match?.[1] ? match[1].padStart(5, '0') : null
}
