import 'server-only'
import { hash, randomFillSync } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { v7 as uuidv7 } from 'uuid'
import { type Carried, FIRM_FIELDS, quoted } from '@/lib/register/fields'
import type { JudgedFirm, Rejected } from '@/lib/register/firm'
import type { Row } from '@/lib/register/parse'

/** Lines of COPY held back before they are sent. */
const BATCH = 2_000
/** A rejected row is kept up to this length. */
const LONGEST_ROW = 4_000

const FIRM_COLUMNS = FIRM_FIELDS.map((field) => `${quoted(field.column)} ${field.type}`).join(', ')

/** Randomness for ids is drawn for many at a time: drawn one by one it costs more than judging the row. */
const pool = new Uint8Array(16_384)
let drawn = pool.length

function newId(): string {
  if (drawn === pool.length) {
    randomFillSync(pool)
    drawn = 0
  }
  drawn += 16
  return uuidv7({ random: pool.subarray(drawn - 16, drawn) })
}

/** Temporary tables of the import's own connection: whatever ends it leaves nothing behind. */
export async function openStage(client: Client): Promise<void> {
  await client.query(`
    set temp_buffers = '64MB';
    create temp table staged (
      ordinal int, id uuid, codice_fiscale text, rank int, register_hash text, ${FIRM_COLUMNS}, extra jsonb,
      phones jsonb, phone_ids uuid[], sites jsonb, site_ids uuid[]
    );
    create temp table rejected (ordinal int, line int, "column" text, value text, reason text, row text)`)
}

/** Sends judged firms and rejected rows to the staging tables in batches, while the next ones are being judged. */
export class Stage {
  firms = 0
  rejects = 0
  private firmLines: string[] = []
  private rejectLines: string[] = []
  private sending: Promise<void> = Promise.resolve()
  private readonly heading: string

  constructor(
    private readonly client: Client,
    carried: Carried,
  ) {
    this.heading = JSON.stringify([
      carried.fields.map(({ field }) => field),
      carried.phones,
      carried.sites,
      carried.extras,
    ])
  }

  addFirm(firm: JudgedFirm) {
    this.firmLines.push(firmLine(firm, this.heading, ++this.firms))
  }

  addReject(row: Row, { column, value, reason }: Rejected) {
    const cells = [++this.rejects, row.line, column, value.slice(0, 500), reason, row.text.slice(0, LONGEST_ROW)]
    this.rejectLines.push(cells.map((cell) => copyText(String(cell))).join('\t'))
  }

  /** Waits only where PostgreSQL is a whole batch behind. */
  async flow(): Promise<void> {
    if (this.firmLines.length + this.rejectLines.length >= BATCH) await this.send()
  }

  async end(): Promise<void> {
    await this.send()
    await this.sending
  }

  private async send() {
    await this.sending
    const [firms, rejects] = [this.firmLines, this.rejectLines]
    this.firmLines = []
    this.rejectLines = []
    this.sending = this.copy(firms, rejects)
    // A failure is told by whoever awaits `sending` next.
    this.sending.catch(() => undefined)
  }

  private async copy(firms: string[], rejects: string[]) {
    if (firms.length) await copyLines(this.client, 'staged', firms)
    if (rejects.length) await copyLines(this.client, 'rejected', rejects)
  }
}

export async function copyLines(client: Client, table: string, lines: string[]): Promise<void> {
  await pipeline([Buffer.from(`${lines.join('\n')}\n`)], client.query(copyFrom(`copy ${table} from stdin`)))
}

/** A line of COPY's text format; its fingerprint is that of everything the file says of the firm. */
function firmLine(firm: JudgedFirm, heading: string, ordinal: number): string {
  const { values, codiceFiscale } = firm
  const sites = firm.sites.length > 1 ? firm.sites.toSorted((a, b) => (siteKey(a) < siteKey(b) ? -1 : 1)) : firm.sites
  let staged = ''
  for (const { field } of FIRM_FIELDS) staged += `${copyValue(values[field])}\t`
  const extra = copyText(JSON.stringify(values.extra))
  const phones = copyText(JSON.stringify(firm.phones))
  const places = copyText(JSON.stringify(sites))
  const fingerprint = hash('sha1', `${heading}${staged}${extra}\t${phones}\t${places}`, 'base64')
  const ids = (list: unknown[]) => (list.length ? `{${list.map(newId).join(',')}}` : '{}')
  return (
    `${ordinal}\t${newId()}\t${codiceFiscale}\t${firm.rank}\t${fingerprint}\t` +
    `${staged}${extra}\t${phones}\t${ids(firm.phones)}\t${places}\t${ids(sites)}`
  )
}

const siteKey = (site: JudgedFirm['sites'][number]) => `${site.province}${site.number}${site.unit}`

function copyValue(value: string | number | boolean | string[] | Record<string, string> | null): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return copyText(value)
  if (typeof value !== 'object') return String(value)
  return Array.isArray(value) ? `{${value.join(',')}}` : copyText(JSON.stringify(value))
}

function copyText(text: string): string {
  if (!/[\\\t\n\r]/.test(text)) return text
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
}
