import { once } from 'node:events'
import net from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/health/route'
import { version } from '@/package.json'

describe('GET /api/health', () => {
  const real = () => process.env.DATABASE_URL ?? ''
  let before = ''
  afterEach(() => {
    if (before) process.env.DATABASE_URL = before
  })
  const point = (url: string) => {
    before ||= real()
    process.env.DATABASE_URL = url
  }

  it('answers 200 while the database does', async () => {
    const answer = await GET()
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ status: 'ok', database: 'ok', version })
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('answers 503 with the reason while the database is away', async () => {
    point('postgres://me:hush@127.0.0.1:9/pap')
    const answer = await GET()
    expect(answer.status).toBe(503)
    const reason = 'connection refused'
    expect(await answer.json()).toEqual({ status: 'error', database: 'unreachable', reason, version })
  })

  it('answers within two seconds where the database takes the connection and says nothing', async () => {
    const mute = net.createServer(() => {}).listen(0, '127.0.0.1')
    await once(mute, 'listening')
    const address = mute.address()
    point(`postgres://me:hush@127.0.0.1:${typeof address === 'object' ? address?.port : ''}/pap`)
    const from = performance.now()
    const answer = await GET()
    expect(performance.now() - from).toBeLessThan(2_000)
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ reason: 'no answer in time' })
    mute.close()
  })
})
