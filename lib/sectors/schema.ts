import { z } from 'zod'
import { prefixesFrom } from '@/lib/sectors/rules'

const name = z.string('required').trim().min(1, 'required').max(80, 'tooLong')

const prefixes = z
  .string()
  .max(2_000, 'tooLong')
  .transform((text, context) => {
    const read = prefixesFrom(text)
    if (!read) context.addIssue('prefixFormat')
    return read ?? []
  })

/** The whole list as one draft, in its order; `restId` is the sector that catches what no prefix fits. */
export const sectorList = z.object({
  version: z.number().int(),
  restId: z.uuid(),
  sectors: z
    .array(z.object({ id: z.uuid(), nameIt: name, nameEn: name, retired: z.boolean(), prefixes }))
    .max(200, 'tooLong'),
})
export type SectorList = z.output<typeof sectorList>
export type SectorDraft = z.input<typeof sectorList>['sectors'][number]
