/** Every date a person reads or types is in Italian time, wherever the server or the browser stands. */
export const ROME = 'Europe/Rome'

const tag = (locale: string) => (locale === 'en' ? 'en-GB' : 'it-IT')
/** The true minus sign, which Intl does not write. */
const minus = (text: string) => text.replace(/^-/, '−')

/** Making a format costs a hundred times what using it does, and a page prints hundreds of numbers. */
function kept<F>(make: (locale: string, style: string) => F): (locale: string, style: string) => F {
  const formats = new Map<string, F>()
  return (locale, style) => {
    const key = `${locale} ${style}`
    const known = formats.get(key) ?? make(locale, style)
    formats.set(key, known)
    return known
  }
}

const numbers = kept((locale, digits) => {
  const exactly = { minimumFractionDigits: Number(digits), maximumFractionDigits: Number(digits) }
  return new Intl.NumberFormat(tag(locale), { useGrouping: 'always', ...exactly })
})

/** 1.500 in Italian, 1,500 in English. */
export function formatNumber(locale: string, value: number, digits = 0): string {
  return minus(numbers(locale, String(digits)).format(value))
}

/** Nobody pages through more, and counting them costs: above this the screen says "10.000+". */
export const COUNT_LIMIT = 10_000

/** A count that was not followed further than `COUNT_LIMIT`: 312, or 10.000+ where there is more. */
export function formatCount(locale: string, count: number): string {
  return count > COUNT_LIMIT ? `${formatNumber(locale, COUNT_LIMIT)}+` : formatNumber(locale, count)
}

/** A share between 0 and 1 as 59,9% (Italian) or 59.9% (English). */
export function formatShare(locale: string, share: number, digits = 1): string {
  return `${formatNumber(locale, share * 100, digits)}%`
}

/** A share with the article that Italian puts before it, which the number said aloud decides: il 59,9%, l’8,0%, lo 0,4%. */
export function theShare(locale: string, share: number, digits = 1): string {
  const text = formatShare(locale, share, digits)
  if (locale === 'en') return text
  if (text.startsWith('0')) return `lo ${text}`
  return /^(8\d?|11?)(?!\d)/.test(text) ? `l’${text}` : `il ${text}`
}

/** An interval of shares (0–1) as whole percentages: 54–65. */
export function formatInterval(locale: string, [low, high]: readonly [number, number]): string {
  return `${formatNumber(locale, low * 100)}–${formatNumber(locale, high * 100)}`
}

/** 15.000 € in Italian, €15,000 in English. */
export function formatEuro(locale: string, value: number): string {
  const amount = formatNumber(locale, value)
  return locale === 'en' ? `€${amount}` : `${amount} €`
}

const DATE_STYLES = {
  /** martedì 16 giugno 2026 */
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** 16 giugno 2026 */
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  /** mar 16 giu */
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  /** 16 giu */
  brief: { day: 'numeric', month: 'short' },
  /** 11:30 */
  time: { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' },
} as const

const dates = kept((locale, style) => {
  const parts = DATE_STYLES[style as keyof typeof DATE_STYLES]
  return new Intl.DateTimeFormat(tag(locale), { ...parts, timeZone: ROME })
})

export function formatDate(locale: string, date: Date, style: keyof typeof DATE_STYLES = 'short'): string {
  return dates(locale, style).format(date).replace(/,/g, '')
}

/** 11:30 */
export function formatTime(locale: string, date: Date): string {
  return dates(locale, 'time').format(date)
}
