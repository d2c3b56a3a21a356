import { Pool } from 'pg'
import { catchUp, type Evidence, HalfRead, nothing } from '@/lib/evidence/catch-up'
import { WHOLE } from '@/lib/evidence/part'

/** From so many firms on that lie apart, each of which is walked on its own, all is laid anew: every some thousand calls. */
const MOST_APART = 5_000

/**
 * The copy of the evidence, or of a part of the firms, that this process keeps. Whoever asks gets it as the database is at
 * that moment or later: a catch-up that began before they asked is not theirs, those who wait for the next one share it.
 */
export class Copy {
  private evidence: Evidence
  private running: Promise<Evidence> | undefined
  private next: Promise<Evidence> | undefined
  private anew: Evidence | undefined
  private laying = false
  private readonly pool: Pool

  constructor(
    connectionString: string,
    private readonly part = WHOLE,
    private readonly mostApart = MOST_APART,
  ) {
    this.evidence = nothing(part)
    this.pool = new Pool({ connectionString, max: 2, allowExitOnIdle: true, idleTimeoutMillis: 300_000 })
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
    const base = this.anew ?? this.evidence
    this.anew = undefined
    const client = await this.pool.connect()
    try {
      this.evidence = await catchUp(client, base)
      client.release()
      if (apartIn(this.evidence) > this.mostApart) void this.layAnew()
      return this.evidence
    } catch (error) {
      client.release(true)
      if (error instanceof HalfRead) this.evidence = nothing(this.part)
      throw error
    }
  }

  /** Reads all from the start while others are answered from what there is; the next turn goes on from it. */
  private async layAnew() {
    if (this.laying || this.anew) return
    this.laying = true
    const client = await this.pool.connect().catch(() => undefined)
    try {
      if (client) this.anew = await catchUp(client, nothing(this.part))
      client?.release()
    } catch {
      // What there is stays right: the next turn tries again.
      client?.release(true)
    }
    this.laying = false
  }
}

const apartIn = ({ facts: { calls, visits } }: Evidence) => calls.chain.loose.size + visits.chain.loose.size
