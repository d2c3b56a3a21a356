export const LOCALES = ['it', 'en'] as const
export type Locale = (typeof LOCALES)[number]

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale)
}

export const NAMESPACES = [
  'common',
  'shell',
  'users',
  'refusals',
  'firms',
  'register',
  'columns',
  'campaigns',
  'oppositions',
  'scripts',
  'calls',
  'visits',
  'today',
  'feeds',
  'diary',
  'reminders',
  'needs',
  'insight',
  'boundaries',
  'activity',
  'chamber',
  'sectors',
  'catalogues',
  'ateco',
  'tokens',
  'exports',
  'opendata',
  'report',
  'api',
] as const

type Texts = Record<string, Record<string, unknown>>
const read = new Map<Locale, Promise<Texts>>()

/** All texts of a language, by noun; read from their files once. */
export function readMessages(locale: Locale): Promise<Texts> {
  const texts = read.get(locale) ?? readFiles(locale)
  read.set(locale, texts)
  return texts
}

async function readFiles(locale: Locale): Promise<Texts> {
  const parts = await Promise.all(
    NAMESPACES.map(async (name) => [name, (await import(`./${locale}/${name}.json`)).default] as const),
  )
  return Object.fromEntries(parts)
}
