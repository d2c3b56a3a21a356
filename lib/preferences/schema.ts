import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/messages'
import { THEMES } from '@/lib/preferences/rules'

export const preferences = z.object({ locale: z.enum(LOCALES).optional(), theme: z.enum(THEMES).optional() })
export type Preferences = z.infer<typeof preferences>
