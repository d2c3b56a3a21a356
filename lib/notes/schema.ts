import { z } from 'zod'

/** A note for colleagues; the browser makes the id. */
export const noteInput = z.object({
  id: z.uuid(),
  firmId: z.uuid(),
  text: z.string('required').trim().min(1, 'required').max(2000, 'tooLong'),
})
export type NoteInput = z.output<typeof noteInput>
