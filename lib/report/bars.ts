import type { ReportBar } from '@/lib/report/model'

const ROW = 22
const NAME = 190
const PLOT = 250
const WIDTH = NAME + PLOT + 60
const LONGEST_NAME = 34

/** Where everything of a drawing stands, in points: names at 0, bars from `from`, values at `values`. */
export function placeBars(bars: ReportBar[]) {
  const most = Math.max(0.05, ...bars.map(({ part, interval }) => Math.max(part, interval?.[1] ?? 0)))
  const long = (part: number) => Math.round((part / most) * PLOT * 10) / 10
  const rows = bars.map(({ name, value, part, interval }, index) => ({
    name: name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name,
    value,
    top: index * ROW + 4,
    middle: index * ROW + ROW / 2,
    length: Math.max(0.5, long(part)),
    /** The interval as a line with ends. */
    whisker: interval && whisker(NAME + long(interval[0]), NAME + long(interval[1]), index * ROW + ROW / 2),
  }))
  return { width: WIDTH, height: bars.length * ROW, from: NAME, values: NAME + PLOT + 8, thick: ROW - 8, rows }
}

const whisker = (low: number, high: number, y: number) => `M${low} ${y}H${high}M${low} ${y - 4}v8M${high} ${y - 4}v8`

/** Light tokens of the design language (s3 with the edge s5, text, border): paper has no theme. */
const INK = { fill: '#89BAF1', edge: '#226FC3', text: '#17324D', line: '#DCE3EA' }

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter] ?? letter)

/**
 * Bars as SVG text for the PDF, each with an edge, so that they stand in grey print too. `font` is the family's name
 * where it is printed.
 */
export function barsSvg(bars: ReportBar[], font: string): string {
  const { width, height, from, values, thick, rows } = placeBars(bars)
  const text = (x: number, y: number, words: string) =>
    `<text x="${x}" y="${y + 3.5}" font-family="${font}" font-size="10" fill="${INK.text}">${escaped(words)}</text>`
  const drawn = rows.map(({ name, value, top, middle, length, whisker: line }) =>
    [
      text(0, middle, name),
      `<rect x="${from}" y="${top}" width="${length}" height="${thick}" fill="${INK.fill}" stroke="${INK.edge}" stroke-width="0.8"/>`,
      line ? `<path d="${line}" stroke="${INK.text}" stroke-width="1" fill="none"/>` : '',
      text(values, middle, value),
    ].join(''),
  )
  const axis = `<path d="M${from} 0V${height}" stroke="${INK.line}" stroke-width="1" fill="none"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${axis}${drawn.join('')}</svg>`
}
