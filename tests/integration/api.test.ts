import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { answerApi } from '@/lib/api/answer'
import { openapi } from '@/lib/api/openapi'
import { RESOURCES } from '@/lib/api/resources'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/permissions'
import { makeToken } from '@/lib/tokens/mutations'
import { SCOPES, type Scope } from '@/lib/tokens/schema'
import { needTypeId, sectorId, serviceId } from '@/prisma/catalogues/seed'
import { asks, called, visitedOn } from '@/tests/integration/insight-world'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'

let admin: Actor
let key: Record<'all' | 'plain' | 'insight', string>
let quiet: Awaited<ReturnType<typeof firm>>

const keyFor = async (scopes: Scope[]) =>
  (await makeToken(admin, { id: uuidv7(), name: scopes.join(), scopes, days: 30 })).secret

async function get(path: string, secret = key.all) {
  const request = new Request(`https://pap.example/api/v1/${path}`, { headers: { authorization: `Bearer ${secret}` } })
  const answer = await answerApi(request, path.split('?')[0] ?? '')
  return { status: answer.status, headers: answer.headers, body: await answer.json() }
}

beforeAll(async () => {
  admin = await person('admin')
  key = {
    all: await keyFor([...SCOPES]),
    plain: await keyFor(['firms', 'calls', 'visits', 'needs', 'insight']),
    insight: await keyFor(['insight']),
  }
  const promoter = await person('promoter')
  const { campaign: open } = await campaign({ promoters: [promoter] })
  for (let i = 0; i < 7; i++) {
    const one = await firm({ email: `info${i}@firm.example`, pec: `pec${i}@firm.example` })
    await db.contact.create({ data: { id: uuidv7(), firmId: one.id, name: `Anna Bruni ${i}`, phone: '0773 1' } })
    const data = { id: uuidv7(), campaignId: open.id, firmId: one.id, drawOrder: i }
    const assignment = await db.assignment.create({ data })
    const was = { sector: 'metals', young: i % 2 === 0 }
    const call = await called(promoter, assignment, '2026-03-02T09:00:00Z', 'appointment', was, {
      digitalLevel: 'email',
      phone: '+390773900000',
    })
    const visit = await visitedOn(promoter, assignment, '2026-03-09T09:00:00Z', was)
    await db.visitService.create({
      data: { visitId: visit.id, serviceId: serviceId('machinery_grant'), knownBefore: i > 4 },
    })
    const said = { callId: call.id, visitId: visit.id, at: '2026-03-09T09:00:00Z' }
    await asks(promoter, one, open.id, needTypeId('credit'), said, { words: 'Serve un mutuo' })
    if (i === 0) quiet = one
  }
  await db.firm.update({ where: { id: quiet.id }, data: { doNotContactSince: new Date() } })
  await firm({ name: 'Bruni Anna', codiceFiscale: 'BRNNNA80A41E472X' })
})

describe('the description', () => {
  test('is OpenAPI 3.1 in its structure: every reference leads somewhere, every parameter has a schema', () => {
    const parameter = z.strictObject({
      name: z.string(),
      in: z.literal('query'),
      description: z.string().optional(),
      schema: z.record(z.string(), z.unknown()),
      style: z.literal('form').optional(),
      explode: z.literal(false).optional(),
    })
    const answers = z.record(
      z.string().regex(/^\d{3}$/),
      z.strictObject({
        description: z.string().min(1),
        content: z.record(z.string(), z.strictObject({ schema: z.strictObject({ $ref: z.string() }) })),
      }),
    )
    const operation = z.strictObject({
      operationId: z.string(),
      summary: z.string().min(1),
      description: z.string(),
      parameters: z.array(parameter),
      responses: answers,
    })
    const document = z.strictObject({
      openapi: z.string().regex(/^3\.1\.\d$/),
      info: z.object({ title: z.string(), version: z.string() }),
      servers: z.array(z.strictObject({ url: z.string() })),
      security: z.array(z.record(z.string(), z.array(z.string()))),
      paths: z.record(z.string().startsWith('/'), z.strictObject({ get: operation })),
      components: z.strictObject({
        schemas: z.record(z.string().regex(/^[\w.-]+$/), z.record(z.string(), z.unknown())),
        securitySchemes: z.record(z.string(), z.object({ type: z.literal('http'), scheme: z.literal('bearer') })),
      }),
    })
    const { paths, components } = document.parse(JSON.parse(JSON.stringify(openapi())))
    const operations = Object.values(paths).map(({ get }) => get)
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
    expect(Object.keys(paths)).toEqual(Object.keys(RESOURCES).map((path) => `/${path}`))
    const refs = operations.flatMap(({ responses }) =>
      Object.values(responses).flatMap(({ content }) => Object.values(content).map(({ schema }) => schema.$ref)),
    )
    for (const ref of refs) expect(Object.keys(components.schemas)).toContain(ref.replace('#/components/schemas/', ''))
  })

  test.each(Object.keys(RESOURCES))('holds for the answer of %s', async (path) => {
    const { status, body } = await get(path)
    expect(status).toBe(200)
    // Back from the document, not from the schema the answer was written with.
    const name = path.replace(/\W/g, '-')
    const { components } = openapi() as { components: { schemas: Record<string, Record<string, unknown>> } }
    const schema = z.fromJSONSchema({
      ...components.schemas[name],
      $schema: 'https://json-schema.org/draft/2020-12/schema',
    })
    schema.parse(body)
    expect(JSON.stringify(body).length).toBeGreaterThan(20)
    expect(schema.safeParse({ ...body, stranger: 1 }).success, 'the document allows nothing more').toBe(false)
  })
})

describe('pages', () => {
  test('lead through all rows once, by cursor or by link', async () => {
    const seen: string[] = []
    let path = 'firms?limit=3'
    for (let next: string | null = ''; next !== null; ) {
      const { body, headers } = await get(path)
      seen.push(...body.data.map(({ id }: { id: string }) => id))
      next = body.next
      const link = /<\/api\/v1\/(.*)>; rel="next"/.exec(headers.get('link') ?? '')?.[1]
      expect(link).toBe(next ? `firms?limit=3&cursor=${next}` : undefined)
      path = link ?? ''
    }
    expect(seen).toHaveLength(8)
    expect(new Set(seen).size).toBe(8)
  })
  test('lose no row to one that is saved between two of them', async () => {
    const first = await get('needs?limit=3')
    await db.need.updateMany({ data: { version: { increment: 1 } } })
    const rest = await get(`needs?limit=500&cursor=${first.body.next}`)
    expect(first.body.data.length + rest.body.data.length).toBe(7)
  })
  test('take no cursor of another resource and no invented one', async () => {
    const { body } = await get('needs?limit=3')
    for (const cursor of [body.next, 'abc', 'WyJmaXJtcyIsIngiXQ']) {
      const answer = await get(`firms?cursor=${cursor}`)
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ parameter: 'cursor' }] } })
    }
  })
  test('hold what changed since a moment', async () => {
    const later = new Date(Date.now() + 60_000).toISOString()
    expect((await get(`visits?updatedSince=${later}`)).body.data).toEqual([])
    expect((await get('visits?updatedSince=2026-01-01T00:00:00%2B01:00')).body.data).toHaveLength(7)
  })
  test('are filtered as on the screens', async () => {
    const count = async (path: string) => (await get(path)).body.data.length
    expect(await count(`firms?sector=${sectorId('metals')}&doNotContact=1`)).toBe(1)
    expect(await count(`firms?sector=${sectorId('food')}`)).toBe(0)
    expect(await count('visits?young=1')).toBe(4)
    expect(await count('calls?outcome=appointment,refused&from=2026-03-02&to=2026-03-02')).toBe(7)
    expect(await count('calls?to=2026-03-01')).toBe(0)
    expect(await count(`needs?type=${needTypeId('credit')}&status=recorded`)).toBe(7)
    expect((await get('insight/funnel?young=1')).body).toMatchObject({ visited: 4, withNeeds: 4 })
    const { services } = (await get('insight/presented?area=LT')).body
    expect(services).toMatchObject([{ presented: 7, knownAsked: 7, known: 2 }])
  })
})

describe('personal data', () => {
  const PERSONAL = ['phones', 'email', 'pec', 'contacts', 'phone', 'words']
  test('leave with the scope for them alone', async () => {
    for (const path of ['firms', 'calls', 'visits', 'needs']) {
      const { body } = await get(path, key.plain)
      const text = JSON.stringify(body)
      for (const column of PERSONAL) expect(body.data[0]).not.toHaveProperty(column)
      expect(text).not.toMatch(/\+39|info\d@|Anna Bruni \d|mutuo|BRNNNA80A41E472X/)
    }
    expect(JSON.stringify((await get('firms')).body)).toMatch(/info1@firm\.example.*Anna Bruni 1/)
    expect((await get('needs')).body.data[0].words).toBe('Serve un mutuo')
    expect(JSON.stringify((await get('firms')).body)).toContain('BRNNNA80A41E472X')
  })
  test('of a firm that must not be contacted never leave, and it is marked', async () => {
    const { body } = await get('firms?doNotContact=1')
    expect(body.data).toMatchObject([
      { id: quiet.id, doNotContact: true, email: null, pec: null, phones: [], contacts: [] },
    ])
    const calls = (await get('calls')).body.data as { firmId: string; phone: string | null }[]
    expect(calls.find(({ firmId }) => firmId === quiet.id)?.phone).toBeNull()
  })
  test('are not guessed at by searching for a number', async () => {
    expect(await get('firms?q=0773900', key.plain)).toMatchObject({ status: 403 })
    expect((await get('firms?q=Carpenterie')).body.data).toHaveLength(7)
  })
})

describe('what is refused', () => {
  test('says why, as a problem', async () => {
    const stranger = await get('firms', 'pap_nobody')
    expect(stranger).toMatchObject({
      status: 401,
      body: { type: 'urn:porta-a-porta:problem:unauthorized', status: 401 },
    })
    expect(stranger.headers.get('content-type')).toBe('application/problem+json')
    expect(stranger.headers.get('www-authenticate')).toMatch(/^Bearer/)
    expect(await get('firms', key.insight)).toMatchObject({ status: 403 })
    expect(await get('nothing')).toMatchObject({ status: 404 })
    expect(await get('constructor')).toMatchObject({ status: 404 })
  })
  test('a parameter that is unknown or cannot be is never left out in silence', async () => {
    const named = async (path: string) =>
      (await get(path)).body.errors?.map(({ parameter }: { parameter: string }) => parameter)
    expect(await named('firms?sectors=x')).toEqual(['sectors'])
    expect(await named('firms?sector=metals&limit=501')).toEqual(['limit', 'sector'])
    expect(await named('needs?status=lost')).toEqual(['status'])
    expect(await named('visits?from=2026-02-30')).toEqual(['from'])
    expect(await named('lists?young=1')).toEqual(['young'])
  })
})
