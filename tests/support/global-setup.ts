import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { prepareQueues } from '@/lib/runtime/queues'
import { seedCatalogues } from '@/prisma/catalogues/seed'
import { startDatabase } from '@/prisma/database'
import { shutDown } from '@/prisma/embedded/postmaster'
import { isAlive } from '@/prisma/embedded/processes'
import { migrate } from '@/prisma/migrate'
import { dropDatabase } from '@/tests/support/drop-database'
import { removeFolder } from '@/tests/support/folder'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
    template: string
  }
}

const FOLDER = path.resolve('.data/test')

/**
 * One PostgreSQL for the run (TEST_SERVER_URL, else the embedded one in a folder of its own) and one migrated database
 * with the catalogues in it, from which every test file gets a copy.
 */
export default async function setup(project: TestProject) {
  const own = process.env.TEST_SERVER_URL ? null : await startOwn()
  const serverUrl = process.env.TEST_SERVER_URL ?? own?.url
  if (!serverUrl) throw new Error('No PostgreSQL to test against')
  const template = `template_${process.pid}`
  const url = new URL(serverUrl)
  url.pathname = `/${template}`
  const server = new Client({ connectionString: serverUrl })
  await server.connect()
  await dropDatabase(server, template)
  await server.query(`create database ${template}`)
  await migrate(url.href)
  await seedCatalogues(url.href)
  await prepareQueues(url.href)
  project.provide('serverUrl', serverUrl)
  project.provide('template', template)
  return async () => {
    // The demo's is made by the first test that wants it.
    for (const name of [template, `${template}_demo`]) await dropDatabase(server, name)
    await server.end()
    await own?.stop()
    await removeFolder(path.join(FOLDER, String(process.pid)))
  }
}

/** A folder by process, so that two runs at once do not meet; what killed runs left behind is cleared away. */
async function startOwn() {
  for (const name of await readdir(FOLDER).catch(() => [])) {
    if (Number(name) !== process.pid && isAlive(Number(name))) continue
    await shutDown(path.join(FOLDER, name))
    await removeFolder(path.join(FOLDER, name))
  }
  return await startDatabase({ folder: path.join(FOLDER, String(process.pid)), durable: false })
}
