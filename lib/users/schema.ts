import { z } from 'zod'
import { normalEmail } from '@/lib/users/rules'

/** What the sign-in form sends. */
export const credentials = z.object({
  email: z.string().min(1, 'required').max(254),
  password: z.string().min(1, 'required').max(200),
})

/** Long rather than intricate (NIST SP 800-63B): twelve characters, any of them. */
export const newPassword = z.string('required').min(12, 'passwordShort').max(200, 'passwordLong')

const email = z.string('required').transform(normalEmail).pipe(z.email('emailNotValid').max(254))
const name = z.string('required').trim().min(1, 'required').max(100, 'tooLong')
const roleAndOffice = {
  role: z.enum(['promoter', 'manager', 'office', 'admin'], 'required'),
  officeId: z.uuid().optional(),
}

/** An office is kept for office users alone, and they must have one. */
const settled = <T extends { role: string; officeId?: string }>(user: T) => ({
  ...user,
  officeId: user.role === 'office' ? user.officeId : undefined,
})
const officeGiven = (user: { role: string; officeId?: string }) => user.role !== 'office' || Boolean(user.officeId)
const officeMissing = { path: ['officeId'], message: 'officeRequired' }

export const newUser = z
  .object({ id: z.uuid(), email, name, ...roleAndOffice, password: newPassword })
  .refine(officeGiven, officeMissing)
  .transform(settled)
export type NewUser = z.output<typeof newUser>

/** `version` is the moment of the last change, in epoch milliseconds: users have no counter. */
export const userChange = z
  .object({
    id: z.uuid(),
    version: z.coerce.number().int(),
    name,
    ...roleAndOffice,
    active: z.stringbool({ truthy: ['on', 'true'], falsy: ['off', 'false'] }).default(false),
  })
  .refine(officeGiven, officeMissing)
  .transform(settled)
export type UserChange = z.output<typeof userChange>

export const passwordReset = z.object({ id: z.uuid(), password: newPassword })
export const userChoice = z.object({ id: z.uuid() })

export const ownPassword = z.object({ current: z.string('required').min(1, 'required').max(200), next: newPassword })
