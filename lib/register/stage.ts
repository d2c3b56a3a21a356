import 'server-only'
import { hash, randomFillSync } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { v7 as uuidv7 } from 'uuid'
import { type Carried, FIRM_FIELDS } from '@/lib/register/fields'
import type { Rejected } from '@/lib/register/firm'
import type { ToldFirm } from '@/lib/register/gather'
import type { Row } from '@/lib/register/parse'
import type { Suspicion } from '@/lib/register/suspicions'

/** Lines of COPY held back before they are sent. */
const BATCH = 2_000
/** A rejected row is kept up to this length. */
const LONGEST_ROW = 4_000

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

/** Sends judged firms and rejected rows to the staging tables in batches, while the next ones are being judged. */
export class Stage {
  firms = 0
  rejects = 0
  suspicions = 0
  private lines = emptied()
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

  addFirm(firm: ToldFirm) {
    this.lines.staged.push(firmLine(firm, this.heading, ++this.firms))
  }

  addReject(row: Row, { column, value, reason }: Rejected) {
    const cells = [++this.rejects, row.line, column, value.slice(0, 500), reason, row.text.slice(0, LONGEST_ROW)]
    this.lines.rejected.push(cells.map((cell) => copyText(String(cell))).join('\t'))
  }

  addSuspicion(line: number, codiceFiscale: string, { column, value, reason }: Suspicion) {
    const cells = [++this.suspicions, line, codiceFiscale, column, value.slice(0, 500), reason]
    this.lines.suspicion.push(cells.map((cell) => copyText(String(cell))).join('\t'))
  }

  /** Waits only where PostgreSQL is a whole batch behind. */
  async flow(): Promise<void> {
    const { staged, rejected, suspicion } = this.lines
    if (staged.length + rejected.length + suspicion.length >= BATCH) await this.send()
  }

  async end(): Promise<void> {
    await this.send()
    await this.sending
  }

  private async send() {
    await this.sending
    const lines = this.lines
    this.lines = emptied()
    this.sending = this.copy(lines)
    // A failure is told by whoever awaits `sending` next.
    this.sending.catch(() => undefined)
  }

  private async copy(lines: Lines) {
    for (const table of ['staged', 'rejected', 'suspicion'] as const)
      if (lines[table].length) await copyLines(this.client, table, lines[table])
  }
}

type Lines = Record<'staged' | 'rejected' | 'suspicion', string[]>
const emptied = (): Lines => ({ staged: [], rejected: [], suspicion: [] })

export async function copyLines(client: Client, table: string, lines: string[]): Promise<void> {
  await pipeline([Buffer.from(`${lines.join('\n')}\n`)], client.query(copyFrom(`copy ${table} from stdin`)))
}

/** A line of COPY's text format; its fingerprint is that of everything the file says of the firm. */
function firmLine(firm: ToldFirm, heading: string, ordinal: number): string {
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
    `${ordinal}\t${firm.line}\t${newId()}\t${codiceFiscale}\t${firm.rank}\t${fingerprint}\t` +
    `${staged}${extra}\t${phones}\t${ids(firm.phones)}\t${places}\t${ids(sites)}`
  )
}

const siteKey = (site: ToldFirm['sites'][number]) => `${site.province}${site.number}${site.unit}`

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
