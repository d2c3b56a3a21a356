/** Values put into a message, for example `{ name: 'Mario Rossi' }`. */
export type MessageValues = Record<string, string | number>

/**
 * The one expected error: a rule of the trade says no, and the person at the screen is told why.
 * `key` is a message under `refusals` in lib/i18n; `field`, where the no is about one field of the form, its path.
 */
export class Refusal extends Error {
  constructor(
    readonly key: string,
    readonly values: MessageValues = {},
    readonly field?: string,
  ) {
    super(`${key} ${JSON.stringify(values)}`)
    this.name = 'Refusal'
  }
}

/** One field somebody else changed while this person was typing. */
export type Difference = { field: string; theirs: string | null }

/**
 * Somebody saved the same thing first. The form keeps what was typed, shows what they changed, and may be sent again
 * with the newer `version`.
 */
export class Conflict extends Refusal {
  constructor(
    readonly version: number,
    readonly differences: Difference[],
    values: { name: string; at: string },
  ) {
    super('conflict', values)
    this.name = 'Conflict'
  }
}
