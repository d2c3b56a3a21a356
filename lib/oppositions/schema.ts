import { z } from 'zod'
import { OPPOSITION_RULES } from '@/lib/oppositions/rules'

export const oppositionChoice = z.object({ campaignId: z.uuid(), rule: z.enum(OPPOSITION_RULES) })

/** An answer of the register: for which campaign it was asked, and the day of the check. */
export const answerRef = z.object({ campaignId: z.uuid(), on: z.iso.date('required') })

/** Bytes of an answer that is still read: about half a million rows. */
export const MOST_BYTES = 16 * 1024 * 1024
