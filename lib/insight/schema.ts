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
  /** Provinces, by their letters. */
  area: several(z.string().regex(/^[A-Z]{2}$/)),
  size: several(z.enum(SizeClass)),
  young: flag,
  female: flag,
  foreign: flag,
  /** Who called or visited; finds nothing where the Chamber does not show figures by promoter. */
  promoter: several(z.uuid()),
  /** Shares of the frame, by the weights of the draw, instead of shares of the visited firms. */
  weighted: flag,
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

/** What the page is compared with: other campaigns, another period, or both; the rest of the filter is the same. */
const other = { vs: several(z.uuid()), vsFrom: one(z.iso.date()), vsTo: one(z.iso.date()) }
export const otherSide = z.object(other)
export type OtherSide = z.output<typeof otherSide>

/** The filter of the second side; null where nothing is compared. */
export function secondFilter(filter: InsightFilter, { vs, vsFrom, vsTo }: OtherSide): InsightFilter | null {
  if (!vs.length && !vsFrom && !vsTo) return null
  const period = vsFrom || vsTo ? { from: vsFrom, to: vsTo } : { from: filter.from, to: filter.to }
  return { ...filter, ...period, campaign: vs.length ? vs : filter.campaign }
}

export const FLAGS = ['young', 'female', 'foreign'] as const
export type Flag = (typeof FLAGS)[number]
export const GROUPS = [...FLAGS, 'others', 'notFemale', 'notForeign'] as const
export type Group = (typeof GROUPS)[number]

/** What a firm said of a service presented to it. */
export const ANSWERS = ['presented', 'known', 'used', 'interested'] as const
export type Answer = (typeof ANSWERS)[number]

/** Which number of the page the firms are behind: one of `step`, `said`, `need`, `level`, `service`; a row or a group of it. */
export const behindInput = z.object({
  ...shape,
  ...other,
  /** Of the second side of a comparison. */
  second: flag,
  step: one(z.enum(STEPS)),
  said: one(z.enum(STANDINGS)),
  need: one(z.uuid()),
  level: one(z.enum(DigitalLevel)),
  service: one(z.uuid()),
  answer: one(z.enum(ANSWERS)),
  /** The sector whose row it is. */
  row: one(z.uuid()),
  /** The municipality whose row it is. */
  place: one(z.string().regex(/^\d{6}$/)),
  /** The size class whose row it is. */
  staff: one(z.enum(SizeClass)),
  group: one(z.enum(GROUPS)),
  /** The Monday of a week. */
  week: one(z.iso.date()),
  /** Last row of the page before: its search name, a dot, its id. */
  after: one(z.string().regex(/^[a-z0-9]*\.[0-9a-f-]{36}$/)),
})
export type BehindInput = z.output<typeof behindInput>

type OneNumber = Omit<BehindInput, keyof InsightFilter | keyof OtherSide | 'after'>
/** Which number of a page whose filter is known. */
export type Behind = Partial<OneNumber>

type Address = Partial<Record<keyof BehindInput, string | string[] | boolean>>

/** The query string of a filter, with what is put on top of it; `''` where nothing is set. */
export function queryOf(filter: Partial<InsightFilter & OtherSide>, extra: Address = {}): string {
  const keys = [...Object.keys(shape), ...Object.keys(other)] as (keyof InsightFilter | keyof OtherSide)[]
  const params = paramsOf({ ...Object.fromEntries(keys.map((key) => [key, filter[key]])), ...extra })
  return params && `?${params}`
}

/** The part of an address that says which number; the page's own address has the filter. */
export function behindQuery(number: Behind): string {
  return paramsOf(number)
}

function paramsOf(values: Address): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(values)) {
    const text = Array.isArray(value) ? value.join(',') : value === true ? '1' : value || ''
    if (text) params.set(key, text)
  }
  return params.toString().replaceAll('%2C', ',')
}

/** What of a filter says which firms it is about: neither campaigns nor periods, and nobody's work, change the register. */
export function firmPart({ sector, municipality, area, size, young, female, foreign }: InsightFilter) {
  return { sector, municipality, area, size, young, female, foreign }
}

/** Whether the filter narrows by what a firm is, so that the register's count narrows too. */
export function narrowsFirms(filter: InsightFilter): boolean {
  const { sector, municipality, area, size, young, female, foreign } = firmPart(filter)
  return sector.length + municipality.length + area.length + size.length > 0 || young || female || foreign
}
