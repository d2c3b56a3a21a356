import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/messages'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const preferences = z.object({ locale: z.enum(LOCALES).optional(), theme: z.enum(THEMES).optional() })
export type Preferences = z.infer<typeof preferences>

/** What a cookie says of the theme; anything unknown follows the system. */
export function themeOf(cookie: string | undefined): Theme {
  return THEMES.find((theme) => theme === cookie) ?? 'system'
}
