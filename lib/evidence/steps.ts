import { STEPS, type Step } from '@/lib/insight/schema'

/** The bit of a step. */
export const bitOf = (step: Step) => 1 << STEPS.indexOf(step)
/** The bits of a step and of all before it. */
export const upTo = (step: Step) => 2 * bitOf(step) - 1
