import type { ClientBase } from 'pg'
import { nextVersion } from '@/lib/evidence/columns'

/** Ids and their serials in the copy, of one list the Chamber edits. */
export type Names = { serials: Map<string, number>; ids: string[] }
export type Stratum = { key: string; frame: number; position: number }
export type Lists = {
  version: number
  campaigns: Names
  sectors: Names
  /** By ISTAT code. */
  municipalities: Names
  /** Letters of the province by the serial of the municipality. */
  provinces: string[]
  users: Names
  needTypes: Names
  services: Names
  /** By the serial of the campaign, in their order. */
  strata: Map<number, Stratum[]>
}

const LISTS = {
  campaigns: 'campaign',
  sectors: 'sector',
  users: 'app_user',
  needTypes: 'need_type',
  services: 'service',
} as const
export const LIST_TABLES = [...Object.values(LISTS), 'municipality', 'campaign_stratum']

const SERIALS = Object.entries(LISTS)
  .map(([list, table]) => `select '${list}' list, serial, id::text id, '' province from ${table}`)
  .concat(`select 'municipalities', serial, istat_code, province from municipality`)
  .join(' union all ')
const STRATA = `select k.serial campaign, s.key, s.frame, s.position
  from campaign_stratum s join campaign k on k.id = s.campaign_id order by s.position`

/** All lists as they are in the transaction: they are short. */
export async function readLists(client: ClientBase): Promise<Lists> {
  const serials = await client.query<{ list: string; serial: number; id: string; province: string }>(SERIALS)
  const strata = await client.query<Stratum & { campaign: number }>(STRATA)
  const lists = noLists()
  for (const { list, serial, id, province } of serials.rows) {
    const names = lists[list as keyof typeof LISTS | 'municipalities']
    names.serials.set(id, serial)
    names.ids[serial] = id
    if (list === 'municipalities') lists.provinces[serial] = province
  }
  for (const { campaign, ...stratum } of strata.rows) {
    lists.strata.set(campaign, [...(lists.strata.get(campaign) ?? []), stratum])
  }
  return lists
}

export function noLists(): Lists {
  const names = () => ({ serials: new Map<string, number>(), ids: [] })
  const [campaigns, sectors, municipalities, users] = [names(), names(), names(), names()]
  return {
    version: nextVersion(),
    campaigns,
    sectors,
    municipalities,
    provinces: [],
    users,
    needTypes: names(),
    services: names(),
    strata: new Map(),
  }
}
