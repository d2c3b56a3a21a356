import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { Client } from 'pg'
import { db } from '@/lib/db'
import { Refusal } from '@/lib/refusal'
import { readClassification } from '@/lib/register/classification'
import { type Carried, carriedBy } from '@/lib/register/fields'
import { Gatherer } from '@/lib/register/gather'
import { judgeOf, type Reference } from '@/lib/register/judge'
import type { Opened } from '@/lib/register/open'
import { openStage, Stage } from '@/lib/register/stage'

/** What rows are judged by: the Chamber's municipalities, sectors and classification as they are now. */
export async function readReference(): Promise<Reference> {
  const [municipalities, prefixes, classification] = await Promise.all([
    db.municipality.findMany(),
    db.sectorPrefix.findMany(),
    readClassification(db),
  ])
  return { municipalities, prefixes, classification }
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
  await openStage(client)
  const carried = carriedBy(layout)
  const stage = new Stage(client, carried)
  const judge = judgeOf(layout, await readReference())
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
      const complete = firms.add(judged)
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
