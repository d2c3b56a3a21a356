import type { Difference } from '@/lib/refusal'

/** What a form knows of its last sending; the one result type of every action. */
export type FormState<R = unknown> =
  | { status: 'idle' }
  | { status: 'saved'; result: R }
  | {
      status: 'rejected'
      message: string
      /** By field path, for example `needs.0.words`. */
      fieldErrors: Record<string, string>
      /** What was typed, to be shown again: React empties uncontrolled fields after an action. */
      values: Record<string, unknown>
      conflict?: { version: number; differences: Difference[] }
    }

export const IDLE = { status: 'idle' } as const
