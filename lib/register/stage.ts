import 'server-only'
import { hash, randomFillSync } from 'node:crypto'
import type { Client } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { CopyText } from '@/lib/register/copy-text'
import { type Carried, FIRM_FIELDS } from '@/lib/register/fields'
import type { Rejected } from '@/lib/register/firm'
import type { ToldFirm } from '@/lib/register/gather'
import type { Row } from '@/lib/register/parse'
import type { Suspicion } from '@/lib/register/suspicions'

/** Bytes held back before they are sent. */
const BATCH = 1 << 20
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
  /** On their way to PostgreSQL, while `lines` are filled. */
  private sent = emptied()
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
    this.lines.staged.add(firmLine(firm, this.heading, ++this.firms))
  }

  addReject(row: Row, { column, value, reason }: Rejected) {
    const cells = [++this.rejects, row.line, column, value.slice(0, 500), reason, row.text.slice(0, LONGEST_ROW)]
    this.lines.rejected.add(cells.map((cell) => copyText(String(cell))).join('\t'))
  }

  addSuspicion(line: number, codiceFiscale: string, { column, value, reason }: Suspicion) {
    const cells = [++this.suspicions, line, codiceFiscale, column, value.slice(0, 500), reason]
    this.lines.suspicion.add(cells.map((cell) => copyText(String(cell))).join('\t'))
  }

  /** Waits only where PostgreSQL is a whole batch behind. */
  async flow(): Promise<void> {
    if (Object.values(this.lines).some(({ length }) => length >= BATCH)) await this.send()
  }

  async end(): Promise<void> {
    await this.send()
    await this.sending
  }

  private async send() {
    await this.sending
    ;[this.lines, this.sent] = [this.sent, this.lines]
    this.sending = this.copy()
    // A failure is told by whoever awaits `sending` next.
    this.sending.catch(() => undefined)
  }

  private async copy() {
    for (const text of Object.values(this.sent)) await text.send(this.client)
  }
}

const emptied = () => ({
  staged: new CopyText('staged'),
  rejected: new CopyText('rejected'),
  suspicion: new CopyText('suspicion'),
})

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
  return (
    `${ordinal}\t${firm.line}\t${newId()}\t${codiceFiscale}\t${firm.rank}\t${fingerprint}\t` +
    `${staged}${extra}\t${phones}\t${newIds(firm.phones)}\t${places}\t${newIds(sites)}`
  )
}

const newIds = (list: unknown[]) => (list.length ? `{${list.map(newId).join(',')}}` : '{}')

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
