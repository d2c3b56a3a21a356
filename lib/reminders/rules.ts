/** How long a visit is still shown after it began, and how long ahead a visit and a callback show up, in minutes. */
export const REMIND_MINUTES = { since: 15, visit: 60, callback: 15 }

type Due = { id: string; kind: string; at: Date }

/** One reminder of one thing at one time: moved to another hour it is another. */
export const reminderKey = ({ kind, id, at }: Due): string => `${kind}.${id}.${at.getTime()}`

/** Keys a browser remembers at most: a busy month. */
const MOST_KEPT = 500

/** The keys seen so far with new ones added, the oldest forgotten. */
export const keptWith = (kept: string[], keys: string[]): string[] => [...new Set([...kept, ...keys])].slice(-MOST_KEPT)
