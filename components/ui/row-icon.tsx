export type RowIconName =
  | 'arrow-down'
  | 'ban'
  | 'building-2'
  | 'calendar-days'
  | 'chart-column'
  | 'chevron-down'
  | 'circle-alert'
  | 'circle-check'
  | 'circle-dashed'
  | 'circle-x'
  | 'clipboard-list'
  | 'clock'
  | 'database'
  | 'download'
  | 'flag'
  | 'handshake'
  | 'landmark'
  | 'loader'
  | 'map-pin'
  | 'megaphone'
  | 'phone'
  | 'scroll-text'
  | 'table-2'
  | 'undo-2'
  | 'users'

/** An icon by its name alone, for rows and for the frame (icons.css); decoration, so always beside a word. */
export function RowIcon({ name }: { name: RowIconName }) {
  return <i className={`icon icon-${name}`} />
}
