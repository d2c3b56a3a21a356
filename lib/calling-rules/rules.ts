/** Rules for calling, as they start: hours, attempts, minutes of a lease, months, minutes of a visit. */
export const RULE_DEFAULTS = {
  noAnswerHours: 4,
  busyHours: 1,
  maxAttempts: 5,
  leaseMinutes: 30,
  coolOffMonths: 12,
  visitMinutes: 45,
}
export type RuleName = keyof typeof RULE_DEFAULTS
export const RULE_NAMES = Object.keys(RULE_DEFAULTS) as RuleName[]

/** The parts of the day in their order. */
export const DAY_PARTS = ['morning', 'afternoon', 'evening'] as const
