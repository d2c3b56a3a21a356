import { Client } from 'pg'
import { catalogueId, NEED_TYPES, OFFICES, SECTORS, SERVICES } from './lists'
import { MUNICIPALITIES } from './municipalities'

/** Families of catalogue ids. */
export const OFFICE = 1
export const SECTOR = 2
export const SERVICE = 3
export const NEED_TYPE = 4

const position = (list: { code: string }[], code: string) => list.findIndex((row) => row.code === code) + 1
export const officeId = (code: string) => catalogueId(OFFICE, position(OFFICES, code))
export const sectorId = (code: string) => catalogueId(SECTOR, position(SECTORS, code))
export const serviceId = (code: string) => catalogueId(SERVICE, position(SERVICES, code))
export const needTypeId = (code: string) => catalogueId(NEED_TYPE, position(NEED_TYPES, code))

/**
 * Puts the editable lists into an empty database, once: lists an admin has changed since are left alone, because any
 * sector at all means that this was done before.
 */
export async function seedCatalogues(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('lock table sector in exclusive mode')
    const { rowCount } = await client.query('select 1 from sector limit 1')
    if (!rowCount) await insertLists(client)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

async function insertLists(client: Client) {
  const insert = (table: string, rows: Record<string, unknown>[]) => {
    const columns = Object.keys(rows[0] ?? {}).join(', ')
    return client.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    )
  }
  const stamps = { created_at: new Date(), updated_at: new Date(), retired: false }
  await insert(
    'office',
    OFFICES.map((row, i) => ({
      id: officeId(row.code),
      code: row.code,
      name_it: row.it,
      name_en: row.en,
      position: i + 1,
      answer_days: row.answerDays,
      ...stamps,
    })),
  )
  await insert(
    'sector',
    SECTORS.map((row, i) => ({
      id: sectorId(row.code),
      code: row.code,
      name_it: row.it,
      name_en: row.en,
      position: i + 1,
      ...stamps,
    })),
  )
  await insert(
    'sector_prefix',
    SECTORS.flatMap((row) => row.prefixes.map((prefix) => ({ prefix, sector_id: sectorId(row.code) }))),
  )
  await insert(
    'service',
    SERVICES.map((row, i) => ({
      id: serviceId(row.code),
      code: row.code,
      name_it: row.it,
      name_en: row.en,
      description_it: row.aboutIt,
      description_en: row.aboutEn,
      office_id: officeId(row.office),
      position: i + 1,
      ...stamps,
    })),
  )
  await insert(
    'need_type',
    NEED_TYPES.map((row, i) => ({
      id: needTypeId(row.code),
      code: row.code,
      name_it: row.it,
      name_en: row.en,
      short_it: row.shortIt,
      short_en: row.shortEn,
      position: i + 1,
      ...stamps,
    })),
  )
  await insert(
    'need_type_service',
    NEED_TYPES.flatMap((row) =>
      row.services.map((code) => ({ need_type_id: needTypeId(row.code), service_id: serviceId(code) })),
    ),
  )
  await insert(
    'municipality',
    MUNICIPALITIES.map(([istat_code, name, cadastral_code, postcode, population, latitude, longitude]) => ({
      istat_code,
      name,
      search_name: name
        .toLowerCase()
        .normalize('NFKD')
        .replace(/[^a-z0-9]/g, ''),
      province: 'LT',
      cadastral_code,
      postcode,
      population,
      latitude,
      longitude,
    })),
  )
}
