import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, vi } from 'vitest'
import { dropDatabase } from '@/tests/support/drop-database'

/** Each file of tests/integration has a database of its own: a copy of the template (about 0.1 s). */
const file = expect.getState().testPath ?? ''
const name = `test_${process.pid}_${Date.now()}`

if (file.includes('/integration/')) {
  beforeAll(async () => {
    const url = new URL(inject('serverUrl'))
    url.pathname = `/${name}`
    await onServer((server) => server.query(`create database ${name} template ${inject('template')}`))
    process.env.DATABASE_URL = url.href
  })
  afterAll(async () => {
    const { db } = await import('@/lib/db')
    await db.$disconnect()
    await onServer((server) => dropDatabase(server, name))
  })
}

beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation((...words) => {
    throw new Error(`console.error: ${words.join(' ')}`)
  })
})

async function onServer(act: (server: Client) => Promise<unknown>) {
  const server = new Client({ connectionString: inject('serverUrl') })
  await server.connect()
  await act(server)
  await server.end()
}
