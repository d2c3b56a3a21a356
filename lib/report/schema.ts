import { z } from 'zod'

/** Chapters of the report, in their order; the comparison is left out where nothing is compared. */
export const CHAPTERS = [
  'compare',
  'ranking',
  'sectors',
  'digital',
  'groups',
  'territory',
  'funnel',
  'trend',
  'presented',
  'likeness',
] as const
export type Chapter = (typeof CHAPTERS)[number]

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .optional()
    .catch(undefined)
    .transform((value) => value || undefined)

/** What the report shall be, beside the filter of the insight page; all in the address. */
export const reportWish = z.object({
  lang: z.enum(['it', 'en']).catch('it'),
  title: text(120),
  author: text(80),
  /** Chapters wanted, each a parameter or in one, `a,b`; all where none is named. */
  chapter: z.preprocess(
    (raw) => (Array.isArray(raw) ? raw : typeof raw === 'string' ? raw.split(',') : []),
    z.array(z.unknown()).transform((list) => {
      const chosen = CHAPTERS.filter((chapter) => list.includes(chapter))
      return chosen.length ? chosen : [...CHAPTERS]
    }),
  ),
})
export type ReportWish = z.output<typeof reportWish>
