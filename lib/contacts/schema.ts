import { z } from 'zod'
import { contactInput } from '@/lib/firms/schema'

export const newContact = contactInput.extend({ firmId: z.uuid() })

export const contactChange = contactInput.extend({ version: z.coerce.number().int().min(0) })

export const contactRemoval = z.object({ id: z.uuid() })
