import { databaseFolder, type OpenDatabase, openDatabase } from '@/lib/runtime/open-database'
import { giveUp, StartProblem } from '@/lib/runtime/problem'
import { type Database, startDatabase } from '@/prisma/database'

/** More breaks than this within a minute are no accident. */
const MOST_BREAKS = 3

/**
 * Opens the database for a server. Where the embedded one breaks away (its process was killed), it is started again at
 * the same address, so that the pages find it with their next query; what was committed is there.
 */
export async function openForServing(): Promise<OpenDatabase> {
  const breaks: number[] = []
  let current: OpenDatabase | Database
  let reviving: Promise<void> = Promise.resolve()
  let stopped = false

  const revive = async () => {
    breaks.push(Date.now())
    if (breaks.filter((at) => at > Date.now() - 60_000).length > MOST_BREAKS) {
      throw new StartProblem(`The database ends again and again; see the file log in ${databaseFolder()}.`)
    }
    console.warn('The database ended unexpectedly; starting it again.')
    current = await startDatabase({ folder: databaseFolder(), port: current.port, onLost })
  }
  const onLost = () => {
    if (!stopped) reviving = revive().catch(giveUp)
  }

  current = await openDatabase(onLost)
  const stop = async () => {
    stopped = true
    await reviving
    await current.stop()
  }
  return { url: current.url, stop }
}
