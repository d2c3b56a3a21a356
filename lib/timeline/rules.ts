/** Kinds of happening a timeline can be narrowed to. */
export const SHOWS = ['all', 'calls', 'visits', 'needs'] as const
export type Show = (typeof SHOWS)[number]

export function showOf(value: unknown): Show {
  return SHOWS.find((show) => show === value) ?? 'all'
}

/** The newest `limit` of what several sources tell, and whether there is more; ties keep the order of the sources. */
export function newestOf<E extends { at: Date }>(sources: E[][], limit: number): { events: E[]; more: boolean } {
  const events = sources.flat().sort((a, b) => b.at.getTime() - a.at.getTime())
  return { events: events.slice(0, limit), more: events.length > limit }
}

/** `{ field: [before, after] }` out of a JSON column; anything else in it is left out. */
export function changesIn(json: unknown): { field: string; before: string | null; after: string | null }[] {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return []
  return Object.entries(json).flatMap(([field, pair]) => {
    if (!Array.isArray(pair) || pair.length !== 2) return []
    const [before, after] = pair.map(plain)
    return [{ field, before: before ?? null, after: after ?? null }]
  })
}

function plain(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'object' ? '' : String(one))).join(', ') || null
  return typeof value === 'object' ? null : String(value)
}

/** A text of a JSON object. */
export function textIn(json: unknown, key: string): string | null {
  const value = typeof json === 'object' && json !== null ? (json as Record<string, unknown>)[key] : null
  return typeof value === 'string' ? value : null
}

/** How many happenings an address asks for: 20 to 500. */
export function eventLimit(value: unknown): number {
  const asked = Number(value)
  return Number.isInteger(asked) ? Math.min(500, Math.max(20, asked)) : 20
}
