import { dataFolder, openDatabase } from '@/lib/runtime/open-database'
import { giveUp } from '@/lib/runtime/problem'

/**
 * Runs a command of the command line with DATABASE_URL set and the database up to date, and ends the process with the
 * number it returns. The embedded database is shared with a server that runs on it, else started for the duration.
 */
export async function withDatabase(run: () => Promise<number>): Promise<never> {
  try {
    const database = await openDatabase()
    Object.assign(process.env, { DATABASE_URL: database.url, DATA_DIR: dataFolder() })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void database.stop().finally(() => process.exit(130)))
    }
    const status = await run().catch((error) => {
      console.error(error)
      return 1
    })
    await database.stop()
    process.exit(status)
  } catch (error) {
    giveUp(error)
  }
}
