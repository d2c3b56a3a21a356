import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { seedCatalogues } from '@/prisma/catalogues/seed'
import { startDatabase } from '@/prisma/database'
import { migrate } from '@/prisma/migrate'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
    template: string
  }
}

/**
 * One PostgreSQL for the run (TEST_SERVER_URL, else the embedded one in a folder of its own) and one migrated database
 * with the catalogues in it, from which every test file gets a copy.
 */
export default async function setup(project: TestProject) {
  const own = process.env.TEST_SERVER_URL ? null : await startDatabase({ folder: '.data/test' })
  const serverUrl = process.env.TEST_SERVER_URL ?? own?.url
  if (!serverUrl) throw new Error('No PostgreSQL to test against')
  const template = `template_${process.pid}`
  const url = new URL(serverUrl)
  url.pathname = `/${template}`
  const server = new Client({ connectionString: serverUrl })
  await server.connect()
  await server.query(`create database ${template}`)
  await migrate(url.href)
  await seedCatalogues(url.href)
  project.provide('serverUrl', serverUrl)
  project.provide('template', template)
  return async () => {
    await server.query(`drop database ${template}`)
    await server.end()
    await own?.stop()
  }
}
