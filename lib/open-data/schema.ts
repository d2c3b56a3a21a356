import { z } from 'zod'

/** Licences one may choose, with their addresses in the vocabulary of DCAT-AP_IT. */
export const LICENCES = {
  'cc-by-4.0': ['CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/', 'A21_CCBY40'],
  'cc0-1.0': ['CC0 1.0', 'https://creativecommons.org/publicdomain/zero/1.0/', 'A11_CCO10'],
  'iodl-2.0': ['IODL 2.0', 'https://www.dati.gov.it/content/italian-open-data-license-v20', 'A28_IODL20'],
} as const
export type Licence = keyof typeof LICENCES
const licences = Object.keys(LICENCES) as [Licence, ...Licence[]]

/** What is stored under `openData`: off until an admin says otherwise. */
export const openDataSettings = z.object({
  on: z.boolean().catch(false),
  licence: z.enum(licences).catch('cc-by-4.0'),
  /** The Chamber's code in the index of public administrations (IPA), or its tax code. */
  publisherCode: z.string().catch(''),
})
export type OpenDataSettings = z.output<typeof openDataSettings>

export const openDataChange = z.object({
  on: z.stringbool({ truthy: ['on', 'true'], falsy: ['off', 'false'] }).default(false),
  licence: z.enum(licences, 'required'),
  publisherCode: z.string().trim().max(40, 'tooLong').default(''),
})
export type OpenDataChange = z.output<typeof openDataChange>

/** The tables, in their order; each has its address. */
export const TABLES = [
  'needs-by-sector',
  'needs-by-size',
  'digital-by-sector',
  'contacts-by-municipality',
  'programme',
] as const
export type TableId = (typeof TABLES)[number]
