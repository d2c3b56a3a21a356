import path from 'node:path'
import { Client } from 'pg'
import { codeOf, StartProblem } from '@/lib/runtime/problem'
import { prepareQueues } from '@/lib/runtime/queues'
import { seedCatalogues } from '@/prisma/catalogues/seed'
import { startDatabase } from '@/prisma/database'
import { migrate } from '@/prisma/migrate'

const OLDEST = 15

export type OpenDatabase = { url: string; port?: number; stop(): Promise<void> }

export const dataFolder = () => path.resolve(process.env.DATA_DIR || '.data')
export const databaseFolder = () => path.join(dataFolder(), 'postgres')

/**
 * Opens the PostgreSQL of DATABASE_URL, else the embedded one under DATA_DIR, and brings it up to date.
 * `onLost` is told when the embedded one breaks away. Throws `StartProblem` or `DatabaseProblem`.
 */
export async function openDatabase(onLost?: () => void): Promise<OpenDatabase> {
  const given = process.env.DATABASE_URL
  if (given) {
    await checkServer(given)
    await bringUpToDate(given)
    return { url: given, stop: async () => {} }
  }
  const embedded = await startDatabase({ folder: databaseFolder(), onLost })
  try {
    await bringUpToDate(embedded.url)
  } catch (error) {
    await embedded.stop()
    throw error
  }
  return embedded
}

async function bringUpToDate(url: string) {
  try {
    await migrate(url)
    await seedCatalogues(url)
    await prepareQueues(url)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartProblem(`The database could not be brought up to date: ${reason}`)
  }
}

async function checkServer(url: string) {
  const where = hostOf(url)
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
    const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000)
    if (major < OLDEST)
      throw new StartProblem(`PostgreSQL at ${where} is version ${major}; ${OLDEST} or newer is needed.`)
  } catch (error) {
    if (error instanceof StartProblem) throw error
    throw new StartProblem(`The database at ${where} cannot be reached: ${reasonFor(error)}.`)
  } finally {
    await client.end().catch(() => {})
  }
}

/** The address without user and password: those belong on no screen and in no log. */
function hostOf(url: string) {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new StartProblem('DATABASE_URL is not an address like postgres://user:password@host:5432/name.')
  }
  const { host, pathname } = new URL(url)
  return host + pathname
}

function reasonFor(error: unknown) {
  const code = codeOf(error)
  if (code.startsWith('28')) return 'it does not accept the user or the password'
  if (code === '3D000') return 'there is no database of that name'
  if (code) return code
  return error instanceof Error ? error.message : 'no answer'
}
