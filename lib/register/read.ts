import 'server-only'
import { hash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Client } from 'pg'
import { db } from '@/lib/db'
import { Refusal } from '@/lib/refusal'
import { readClassification } from '@/lib/register/classification'
import { type Carried, carriedBy } from '@/lib/register/fields'
import { Gatherer } from '@/lib/register/gather'
import { judgeOf, type Reference } from '@/lib/register/judge'
import type { Opened } from '@/lib/register/open'
import { Stage } from '@/lib/register/stage'
import { type Suspicion, suspicionsOf } from '@/lib/register/suspicions'
import { dayOf } from '@/lib/today/rules'

/** What rows are judged by: the Chamber's municipalities, sectors and classification as they are now. */
export async function readReference(): Promise<Reference> {
  const [municipalities, prefixes, classification] = await Promise.all([
    db.municipality.findMany(),
    db.sectorPrefix.findMany(),
    readClassification(db),
  ])
  return { municipalities, prefixes, classification }
}

/** The same as long as a row would be judged alike: it changes with the Chamber's sectors and municipalities. */
export async function referenceFingerprint(): Promise<string> {
  const { municipalities, prefixes } = await readReference()
  const told = [municipalities.map(({ istatCode, name }) => istatCode + name), prefixes.map(Object.values)]
  return hash('sha1', JSON.stringify(told.map((list) => list.map(String).sort())), 'base64')
}

const repeatOf = ({ codiceFiscale }: { codiceFiscale: string }): Suspicion => {
  return { column: '', value: codiceFiscale, reason: 'duplicateRow' }
}

/**
 * parse → judge → stage, piece by piece: memory does not grow with the file, and between two pieces everybody else's
 * requests get their turn. Refuses a file without rows and one that ends in the middle of a row.
 */
export async function readIntoStage(
  client: Client,
  { layout, rows }: Opened,
  progress: (read: number) => Promise<void>,
): Promise<{ read: number; stage: Stage; carried: Carried }> {
  const carried = carriedBy(layout)
  const stage = new Stage(client, carried)
  const reference = await readReference()
  const judge = judgeOf(layout, reference)
  const provinces = new Set(reference.municipalities.map(({ province }) => province))
  const suspect = suspicionsOf(layout, provinces, dayOf(new Date()))
  const firms = new Gatherer()
  let read = 0

  for await (const piece of rows()) {
    for (const row of piece) {
      read++
      const judged = judge(row.cells)
      if ('reason' in judged) {
        stage.addReject(row, judged)
        continue
      }
      for (const one of suspect(row.cells, judged)) stage.addSuspicion(row.line, judged.codiceFiscale, one)
      const complete = firms.add({ ...judged, line: row.line })
      if (firms.repeated) stage.addSuspicion(row.line, judged.codiceFiscale, repeatOf(judged))
      if (complete) stage.addFirm(complete)
    }
    await stage.flow()
    await progress(read)
    await setImmediate()
  }
  const last = firms.end()
  if (last) stage.addFirm(last)
  await stage.end()
  if (read === 0) throw new Refusal('registerHeaderOnly')
  return { read, stage, carried }
}
