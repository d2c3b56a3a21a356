import 'server-only'
import { z } from 'zod'
import { PANELS } from '@/lib/api/panels'
import { callParams, firmParams, insightParams, needParams, noParams, visitParams } from '@/lib/api/params'
import { Problem } from '@/lib/api/problem'
import { type Reading, readCalls, readFirms, readLists, readNeeds, readVisits } from '@/lib/api/queries'
import { callRow, firmRow, needRow, visitRow } from '@/lib/api/rows'
import { firmFilter } from '@/lib/firms/schema'
import { readableFilter } from '@/lib/insight/queries'
import type { Scope } from '@/lib/tokens/schema'

type Paged = { id: string } & Record<string, unknown>

/** Rows by pages. `params` and `row` are what the answers are made by and what the description says of them. */
export type Rows<P extends z.ZodObject = z.ZodObject> = {
  kind: 'rows'
  about: string
  scope: Scope
  params: P
  row: z.ZodObject
  read(params: z.output<P>, reading: Reading): Promise<Paged[]>
}
/** One answer without pages. */
export type Figures = {
  kind: 'figures'
  about: string
  scope?: Scope
  params: z.ZodObject
  answer: z.ZodObject
  read(params: Record<string, unknown>): Promise<unknown>
}

const rows = <P extends z.ZodObject>(of: Omit<Rows<P>, 'kind'>) => ({ kind: 'rows' as const, ...of })

const named = z.object({ id: z.uuid(), code: z.string(), nameIt: z.string(), nameEn: z.string(), retired: z.boolean() })
const lists = z.object({
  campaigns: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      kind: z.enum(['list', 'drawn']),
      status: z.string(),
      startsOn: z.iso.date(),
      endsOn: z.iso.date(),
    }),
  ),
  sectors: z.array(named),
  needTypes: z.array(named),
  services: z.array(named),
  offices: z.array(named),
  municipalities: z.array(z.object({ istatCode: z.string(), name: z.string(), province: z.string() })),
})

const insight = Object.entries(PANELS).map(([name, { about, answer, read }]): [string, Figures] => [
  `insight/${name}`,
  {
    kind: 'figures',
    about,
    scope: 'insight',
    params: insightParams,
    answer,
    read: async (params) => read(await readableFilter(params)),
  },
])

/** All there is to read, by its path after `/api/v1/`. */
export const RESOURCES: Record<string, Rows | Figures> = {
  firms: rows({
    about: 'Firms of the register, with the values in force.',
    scope: 'firms',
    params: firmParams,
    row: firmRow,
    read: (params, reading) => {
      // Searching by a number would tell whose it is.
      if (params.q && !reading.personal) throw new Problem('forbidden', '`q` needs the scope personal.')
      const { updatedSince, ...filter } = params
      return readFirms(firmFilter.parse(filter), { ...reading, updatedSince })
    },
  }) as Rows,
  calls: rows({
    about: 'Telephone attempts and how they ended; the firm as it was that day.',
    scope: 'calls',
    params: callParams,
    row: callRow,
    read: readCalls,
  }) as Rows,
  visits: rows({
    about: 'Visits with the services presented; the firm as it was that day.',
    scope: 'visits',
    params: visitParams,
    row: visitRow,
    read: readVisits,
  }) as Rows,
  needs: rows({
    about: 'What firms ask for, and what became of it.',
    scope: 'needs',
    params: needParams,
    row: needRow,
    read: readNeeds,
  }) as Rows,
  lists: {
    kind: 'figures',
    about: 'What the ids in rows and filters mean. Every key opens it.',
    params: noParams,
    answer: lists,
    read: readLists,
  },
  ...Object.fromEntries(insight),
}
