import { Pool } from 'pg'
import { catchUp, type Evidence, HalfRead, NOTHING } from '@/lib/evidence/catch-up'

/**
 * The copy of the evidence that this process keeps. Whoever asks gets it as the database is at that moment or later: a
 * catch-up that began before they asked is not theirs, those who wait for the next one share it.
 */
export class Copy {
  private evidence: Evidence = NOTHING
  private running: Promise<Evidence> | undefined
  private next: Promise<Evidence> | undefined
  private readonly pool: Pool

  constructor(connectionString: string) {
    this.pool = new Pool({ connectionString, max: 1, allowExitOnIdle: true, idleTimeoutMillis: 300_000 })
    // A connection that breaks while nobody uses it: the next request opens another.
    this.pool.on('error', () => {})
  }

  read(): Promise<Evidence> {
    if (this.next) return this.next
    if (!this.running) return this.start()
    this.next = this.running
      .catch(() => undefined)
      .then(() => {
        this.next = undefined
        return this.start()
      })
    return this.next
  }

  private start(): Promise<Evidence> {
    const turn = this.turn().finally(() => {
      this.running = undefined
    })
    this.running = turn
    return turn
  }

  private async turn(): Promise<Evidence> {
    const client = await this.pool.connect()
    try {
      this.evidence = await catchUp(client, this.evidence)
      client.release()
      return this.evidence
    } catch (error) {
      client.release(true)
      if (error instanceof HalfRead) this.evidence = NOTHING
      throw error
    }
  }
}
