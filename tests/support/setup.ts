import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, vi } from 'vitest'

/** Each file of tests/integration has a database of its own: a copy of the template (about 0.1 s). */
const file = expect.getState().testPath ?? ''
const name = `test_${process.pid}_${Date.now()}`

if (file.includes('/integration/')) {
  beforeAll(async () => {
    const url = new URL(inject('serverUrl'))
    url.pathname = `/${name}`
    await onServer(`create database ${name} template ${inject('template')}`)
    process.env.DATABASE_URL = url.href
  })
  afterAll(async () => {
    const { db } = await import('@/lib/db')
    await db.$disconnect()
    await onServer(`drop database ${name} with (force)`)
  })
}

beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation((...words) => {
    throw new Error(`console.error: ${words.join(' ')}`)
  })
})

async function onServer(statement: string) {
  const server = new Client({ connectionString: inject('serverUrl') })
  await server.connect()
  await server.query(statement)
  await server.end()
}
