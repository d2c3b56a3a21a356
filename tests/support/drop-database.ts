import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, DatabaseError } from 'pg'

const INSUFFICIENT_PRIVILEGE = '42501'
const TRIES = 100
const PAUSE_MS = 200

/**
 * Drops a database, where it is there, and cuts whoever is still connected. Only a superuser may cut PostgreSQL's own
 * vacuum, which may be there just then: others wait until it is through.
 */
export async function dropDatabase(server: Client, name: string): Promise<void> {
  for (let left = TRIES; ; left--) {
    try {
      await server.query(`drop database if exists ${name} with (force)`)
      return
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== INSUFFICIENT_PRIVILEGE || left === 0) throw error
      await sleep(PAUSE_MS)
    }
  }
}
