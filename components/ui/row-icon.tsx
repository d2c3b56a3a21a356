export type RowIconName =
  | 'arrow-down'
  | 'ban'
  | 'building-2'
  | 'calendar-days'
  | 'chart-column'
  | 'circle-alert'
  | 'circle-check'
  | 'circle-dashed'
  | 'circle-x'
  | 'clipboard-list'
  | 'clock'
  | 'database'
  | 'flag'
  | 'handshake'
  | 'landmark'
  | 'loader'
  | 'map-pin'
  | 'megaphone'
  | 'phone'
  | 'scroll-text'
  | 'undo-2'
  | 'users'

/** An icon by its name alone, for rows and for the frame (icons.css); decoration, so always beside a word. */
export function RowIcon({ name }: { name: RowIconName }) {
  return <i className={`icon icon-${name}`} />
}
