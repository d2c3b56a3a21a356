import { dayOf } from '@/lib/today/rules'
import type { CallOutcome } from '@/prisma/client/enums'

/** An outcome can be corrected until midnight of its day, in Italy. */
export const isCorrectable = (call: { at: Date; outcome: CallOutcome }, now: Date): boolean =>
  dayOf(call.at) === dayOf(now) && call.outcome !== 'do_not_contact'
