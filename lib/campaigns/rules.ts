/** How a campaign comes by its firms. */
export const WAYS = ['drawn', 'all', 'codes'] as const
export type Way = (typeof WAYS)[number]

/** How far a campaign has come: its end has passed, it has not begun, or it runs. */
export function phaseOf(period: { startsOn: string; endsOn: string }, today: string): 'ahead' | 'running' | 'over' {
  if (today < period.startsOn) return 'ahead'
  return today > period.endsOn ? 'over' : 'running'
}

/**
 * Codici fiscali and partite IVA in a text, whatever stands between them: 11 digits or 16 characters, each once, in upper
 * case, without the `IT` of a VAT number. Excel takes leading zeros away: 8 to 10 digits get them back. `unread`: the rest.
 */
export function readCodes(text: string): { codes: string[]; unread: string[] } {
  const parts = text
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter(Boolean)
  const read = parts.map((part) => {
    const bare = part.replace(/^IT(?=\d{11}$)/, '')
    if (/^\d{8,11}$/.test(bare)) return { code: bare.padStart(11, '0') }
    return /^[A-Z]{6}[A-Z0-9]{10}$/.test(bare) ? { code: bare } : { unread: part }
  })
  const all = (key: 'code' | 'unread') => [...new Set(read.flatMap((one) => one[key] ?? []))]
  return { codes: all('code'), unread: all('unread') }
}
