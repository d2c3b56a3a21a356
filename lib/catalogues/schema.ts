import { z } from 'zod'

const name = z.string('required').trim().min(1, 'required').max(80, 'tooLong')
const about = z.string().trim().max(200, 'tooLong')
const row = { id: z.uuid(), nameIt: name, nameEn: name, retired: z.boolean() }
const MOST = 200

/** Each list is saved whole, in its order; `version` is the checksum the page was shown with. */
const listOf = <T extends z.ZodType>(one: T) => z.object({ version: z.number().int(), rows: z.array(one).max(MOST) })

export const officeList = listOf(
  z.object({
    ...row,
    answerDays: z.coerce.number('countFormat').int('countFormat').min(1, 'answerDaysRange').max(365, 'answerDaysRange'),
  }),
)
export const serviceList = listOf(
  z.object({ ...row, descriptionIt: about, descriptionEn: about, officeId: z.uuid('required') }),
)
export const needTypeList = listOf(
  z.object({
    ...row,
    shortIt: name.max(20, 'tooLong'),
    shortEn: name.max(20, 'tooLong'),
    serviceIds: z.array(z.uuid()).max(MOST),
  }),
)

export type OfficeList = z.output<typeof officeList>
export type ServiceList = z.output<typeof serviceList>
export type NeedTypeList = z.output<typeof needTypeList>
