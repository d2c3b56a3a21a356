import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/messages'
import { LONGEST_TEXT, STAGES, strayBraces } from '@/lib/scripts/rules'

/** Empty: the usual words again. */
const text = z
  .string()
  .trim()
  .max(LONGEST_TEXT, 'tooLong')
  .refine((words) => strayBraces(words).length === 0, 'placeholderUnknown')
  .default('')

/** The texts of a campaign in one language; a stage that is left out stays as it is. */
export const scriptChange = z.object({
  campaignId: z.uuid(),
  locale: z.enum(LOCALES),
  texts: z.partialRecord(z.enum(STAGES), text),
})
export type ScriptChange = z.output<typeof scriptChange>
