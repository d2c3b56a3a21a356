/** The last import can be undone for this long. */
export const UNDO_DAYS = 30

/** A full extract that would cease more than this share of the active firms is asked about once more. */
export const MOST_MISSING = 0.2

/** Whether so many of the active firms are missing that the file is rather a partial list. */
export function isSuspiciouslyFew({ missing, active }: { missing: number; active: number }): boolean {
  return missing > active * MOST_MISSING
}

/** Until when an import can be undone; null for one that was never applied. */
export function undoableUntil(appliedAt: Date | null): Date | null {
  return appliedAt && new Date(appliedAt.getTime() + UNDO_DAYS * 86_400_000)
}
