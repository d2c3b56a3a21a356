import { z } from 'zod'
import { DigitalLevel, SizeClass } from '@/prisma/client/enums'

/** Several values in one parameter, `a,b`; one that cannot be is left out, so that no address can break the page. */
const several = <T extends z.ZodType<string>>(value: T) =>
  z.preprocess(
    (raw) => (Array.isArray(raw) ? raw : typeof raw === 'string' ? raw.split(',') : []),
    z.array(z.unknown()).transform((list) => [...new Set(list.flatMap((one) => value.safeParse(one).data ?? []))]),
  )

const one = <T extends z.ZodType>(value: T) => value.optional().catch(undefined)
const flag = z.preprocess((raw) => raw === true || raw === '1', z.boolean())
const shape = {
  campaign: several(z.uuid()),
  /** Days in Italy, both included. */
  from: one(z.iso.date()),
  to: one(z.iso.date()),
  sector: several(z.uuid()),
  municipality: several(z.string().regex(/^\d{6}$/)),
  size: several(z.enum(SizeClass)),
  young: flag,
  female: flag,
  foreign: flag,
}

/** The classes in their order. */
export const SIZES = [
  'staff_0_1',
  'staff_2_9',
  'staff_10_49',
  'staff_50_plus',
  'unknown',
] as const satisfies SizeClass[]

/** Which evidence the whole page is about; in its address. */
export const insightFilter = z.object(shape)
export type InsightFilter = z.output<typeof insightFilter>

/** The stations of a firm, in order; who has passed one has passed those before it. */
export const STEPS = ['listed', 'tried', 'contacted', 'appointment', 'visited', 'withNeeds', 'takenUp', 'met'] as const
export type Step = (typeof STEPS)[number]

/** Needs of the filter, said at a visit or on the phone, and how far they got. */
export const STANDINGS = ['recorded', 'takenUp', 'met'] as const
export type Standing = (typeof STANDINGS)[number]

/** Which number of the page the firms are behind: one of `step`, `said`, `need`, `level`; a row or a group of it. */
export const behindInput = z.object({
  ...shape,
  step: one(z.enum(STEPS)),
  said: one(z.enum(STANDINGS)),
  need: one(z.uuid()),
  level: one(z.enum(DigitalLevel)),
  /** The sector whose row it is. */
  row: one(z.uuid()),
  group: one(z.enum(['young', 'others'])),
  /** Last row of the page before: its search name, a dot, its id. */
  after: one(z.string().regex(/^[a-z0-9]*\.[0-9a-f-]{36}$/)),
})
export type BehindInput = z.output<typeof behindInput>

type Address = Partial<Record<keyof BehindInput, string | string[] | boolean>>

/** The query string of a filter, with what is put on top of it; `''` where nothing is set. */
export function queryOf(filter: InsightFilter, extra: Address = {}): string {
  const known: Address = Object.fromEntries(Object.keys(shape).map((key) => [key, filter[key as keyof InsightFilter]]))
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries({ ...known, ...extra })) {
    const text = Array.isArray(value) ? value.join(',') : value === true ? '1' : value || ''
    if (text) params.set(key, text)
  }
  const query = params.toString().replaceAll('%2C', ',')
  return query ? `?${query}` : ''
}

/** Whether the filter narrows by what a firm is, so that the register's count narrows too. */
export function narrowsFirms(filter: InsightFilter): boolean {
  const { sector, municipality, size, young, female, foreign } = filter
  return sector.length + municipality.length + size.length > 0 || young || female || foreign
}
