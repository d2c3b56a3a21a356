import { z } from 'zod'

/** A number a person adds to a firm; kept as typed, dialled as E.164. */
export const newPhone = z.object({
  id: z.uuid(),
  firmId: z.uuid(),
  phone: z.string('required').trim().min(1, 'required').max(40, 'tooLong'),
})

/** A wrong number is struck, and put back where it was right after all. */
export const phoneVerdict = z.object({
  firmId: z.uuid(),
  phoneId: z.uuid(),
  verdict: z.enum(['wrong', 'right']),
})
