import { today as todayIn } from '@internationalized/date'
import { Client } from 'pg'
import { tellActivities } from './activities'
import { type CalendarDate, midnightUtc, romeTime } from './calendar'
import { castPlayers } from './cast'
import { copyRows } from './copy'
import { CONTACTED } from './figures'
import { inventFirms, inventPhone } from './firms'
import { tellNeeds } from './needs'
import { demoUsers, personId } from './people'
import { PROMOTERS, promiseCallbacks, type Row, tellCalls } from './programme'
import { seeded } from './random'
import { arrangeVisits, tellVisits } from './visits'

/** Set in the database by the demo; whatever else is in there without it is somebody's work. */
const MARK = 'demo'

/**
 * Loads the demo programme into a migrated database with nothing in it but the catalogues, in one transaction. The
 * same `today` gives the same programme to the last digit. Throws where the database holds anything else.
 */
export async function loadDemo(
  databaseUrl: string,
  today: CalendarDate = todayIn('Europe/Rome'),
): Promise<{ loaded: boolean }> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('lock table setting in exclusive mode')
    const { rows } = await client.query<{ demo: boolean; used: boolean }>(
      `select exists (select from setting where key = $1) as demo,
              exists (select from firm) or exists (select from app_user) or exists (select from campaign) as used`,
      [MARK],
    )
    if (rows[0]?.demo) return { loaded: false }
    if (rows[0]?.used) throw new Error('The database already holds something else: the demo is not loaded into it.')
    await writeProgramme(client, today)
    await client.query('commit')
    await client.query('vacuum analyze')
    return { loaded: true }
  } finally {
    await client.end()
  }
}

async function writeProgramme(client: Client, today: CalendarDate) {
  const random = seeded(1500)
  const first = today.subtract({ days: 25 * 7 })
  const began = romeTime(first, 8)
  const importId = random.id(began)
  const campaignId = random.id(began)
  const firms = inventFirms(random, importId, began)
  const players = castPlayers(random, firms)
  for (const { firm } of players) firm.phone ??= inventPhone(random)
  const told = random
    .shuffled(players)
    .map((player, order) => tellCalls(random, player, order, campaignId, first, today))
  promiseCallbacks(random, told, today)
  const appointments = arrangeVisits(random, told, today)
  const visits = tellVisits(random, told, appointments)
  const { needs, referrals } = tellNeeds(random, visits, today)

  for (const { player, calls, promoter } of told) {
    const at = calls.at(-1)?.at ?? null
    const { firm, digital, part } = player
    firm.digital_level = digital
    firm.digital_level_at = digital ? at : null
    if (digital !== null && digital !== 'none') firm.email = `info@${firm.slug}.example`
    if (digital === 'website') firm.website = `https://www.${firm.slug}.example`
    if (part === 'ceased') firm.status = 'ceased'
    if (part !== 'do_not_contact') continue
    firm.do_not_contact_since = at
    firm.do_not_contact_by_id = promoter
    firm.do_not_contact_reason = 'Ha chiesto di non essere più chiamata.'
    firm.do_not_contact_channel = 'phone'
  }
  for (const { story, visit } of visits) {
    story.player.firm.privacy_notice_at = visit.at as Date
    story.player.firm.invites_consent = visit.invites_consent
    story.assignment.state = 'visited'
  }

  const stamps = { created_at: began, updated_at: began }
  const write = (table: string, rows: Row[]) => copyRows(client, table, rows)
  await write('setting', [
    { key: MARK, value: JSON.stringify({ today: today.toString() }), updated_at: began },
    {
      key: 'chamber',
      value: JSON.stringify({ name: 'Camera di Commercio di Latina', provinces: ['LT'] }),
      updated_at: began,
    },
  ])
  await write('app_user', await demoUsers(began))
  await write('register_import', [
    {
      id: importId,
      user_id: personId('admin@demo.example'),
      file_name: 'registro_imprese_LT.csv',
      bytes: 11_200_000,
      status: 'done',
      format: '{}',
      progress: firms.length,
      total: firms.length,
      read: firms.length,
      created: firms.length,
      changed: 0,
      unchanged: 0,
      ceased: 0,
      rejected: 0,
      started_at: began,
      finished_at: new Date(began.getTime() + 4_000),
      ...stamps,
    },
  ])
  await write(
    'firm',
    firms.map(({ phone: _p, owner: _o, slug: _s, sector: _c, ...row }) => row),
  )
  await write(
    'firm_phone',
    firms.flatMap((firm) =>
      firm.phone
        ? [
            {
              id: random.id(began),
              firm_id: firm.id,
              e164: `+39${firm.phone}`,
              printed: firm.phone,
              source: 'register',
              position: 0,
              ...stamps,
            },
          ]
        : [],
    ),
  )
  await write(
    'local_unit',
    firms.map((firm) => ({
      id: random.id(began),
      firm_id: firm.id,
      rea_province: 'LT',
      rea_number: firm.rea_number,
      unit: 'SEDE',
      address: firm.address,
      postcode: firm.postcode,
      municipality_code: firm.municipality_code,
      municipality_name: firm.municipality_name,
      opened_on: firm.registered_on,
      ...stamps,
    })),
  )
  await write('campaign', [
    {
      id: campaignId,
      name: `Porta a Porta ${first.year}`,
      kind: 'list',
      status: 'open',
      starts_on: midnightUtc(first),
      ends_on: midnightUtc(first.add({ months: 6 })),
      target_calls: CONTACTED,
      target_visits: 300,
      filter: '{}',
      no_answer_hours: 4,
      busy_hours: 1,
      max_attempts: 5,
      lease_minutes: 30,
      cool_off_months: 12,
      visit_minutes: 45,
      version: 0,
      ...stamps,
    },
  ])
  await write(
    'campaign_promoter',
    PROMOTERS.map((user_id) => ({ campaign_id: campaignId, user_id })),
  )
  await write(
    'contact',
    told.flatMap(({ contact }) => contact ?? []),
  )
  await write(
    'assignment',
    told.map(({ assignment }) => assignment),
  )
  await write(
    'call',
    told.flatMap(({ calls }) => calls),
  )
  await write('appointment', appointments)
  await write(
    'visit',
    visits.map(({ visit }) => visit),
  )
  await write(
    'visit_contact',
    visits.flatMap(({ met }) => met),
  )
  await write(
    'visit_service',
    visits.flatMap(({ services }) => services),
  )
  await write('need', needs)
  await write('referral', referrals)
  await write('activity', tellActivities(random, { began, importId, campaignId, firms: firms.length }, told, visits))
}
