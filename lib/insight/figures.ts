import { formatInterval, formatNumber, formatShare } from '@/lib/format'
import type { Interval } from '@/lib/statistics/wilson'

/** What the numbers of a column are: firms or needs, shares between 0 and 1, firms per 1,000, percentage points. */
export type FigureKind = 'count' | 'share' | 'interval' | 'rate' | 'points' | 'pointsInterval' | 'mean'
/** Null where there is none, or too few answers to show it. */
export type Figure = number | Interval | null
export type FigureRow = {
  key: string
  name: string
  /** The number whose firms the row leads to (`behindQuery`). */
  of?: string
  cells: Figure[]
}
/** The numbers of a panel as they are: screen, files, report and API each give them their form. */
export type PanelTable = {
  caption: string
  head: string
  columns: { name: string; kind: FigureKind }[]
  rows: FigureRow[]
}

/** Whether a number of this kind is the two ends of an interval. */
export const isPair = (kind: FigureKind) => kind === 'interval' || kind === 'pointsInterval'

/** A share to six decimals: all that is printed or saved of it. */
export const short = (value: number) => Math.round(value * 1e6) / 1e6

/** A row as the page has it: known by the firms it leads to. */
export type PageRow = Pick<FigureRow, 'name' | 'cells'> & { of: string }
/** A table as it is sent to the browser. */
export type PageTable = Omit<PanelTable, 'rows'> & { rows: PageRow[] }

/** With shares no longer than they are printed, and nothing said twice: half the weight. */
export function brief(table: PanelTable): PageTable {
  const cell = (figure: Figure) =>
    typeof figure === 'number' ? short(figure) : figure && ([short(figure[0]), short(figure[1])] as const)
  return {
    ...table,
    rows: table.rows.map(({ key, name, of, cells }) => ({ name, of: of ?? key, cells: cells.map(cell) })),
  }
}

/** A difference of shares in percentage points, with its sign. */
export function formatPoints(locale: string, difference: number): string {
  const points = formatNumber(locale, difference * 100, 1)
  return difference > 0 ? `+${points}` : points
}

/** +19,1 / +44,0: a slash, since a dash beside a sign reads as another. */
export function formatPointsInterval(locale: string, [low, high]: Interval): string {
  return `${formatPoints(locale, low)} / ${formatPoints(locale, high)}`
}

/** As a person reads it; a dash for what may not be shown. */
export function formatFigure(locale: string, kind: FigureKind, figure: Figure): string {
  if (figure === null) return '–'
  if (typeof figure !== 'number') {
    return kind === 'pointsInterval' ? formatPointsInterval(locale, figure) : formatInterval(locale, figure)
  }
  if (kind === 'share') return formatShare(locale, figure)
  if (kind === 'points') return formatPoints(locale, figure)
  return formatNumber(locale, figure, kind === 'count' ? 0 : 1)
}

/** A cell of a file: shares and points as numbers of percent, rounded to what an interval can bear. */
const percent = (value: number) => Math.round(value * 10_000) / 100

/** Head and rows as a spreadsheet wants them: bare numbers, an interval as its two ends, nothing for what is not shown. */
export function sheetOf({ head, columns, rows }: PageTable): { head: string[]; rows: (string | number | null)[][] } {
  const unit = (kind: FigureKind) => (kind === 'share' ? ' %' : '')
  const heads = columns.flatMap(({ name, kind }) =>
    isPair(kind) ? [`${name} min`, `${name} max`] : [name + unit(kind)],
  )
  const cell = (figure: Figure, kind: FigureKind) => {
    if (isPair(kind)) return typeof figure === 'object' && figure ? figure.map(percent) : [null, null]
    if (typeof figure !== 'number') return [null]
    return [kind === 'share' || kind === 'points' ? percent(figure) : Math.round(figure * 100) / 100]
  }
  const lines = rows.map(({ name, cells }) => [name, ...columns.flatMap(({ kind }, i) => cell(cells[i] ?? null, kind))])
  return { head: [head, ...heads], rows: lines }
}
