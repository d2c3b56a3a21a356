import { readFile } from 'node:fs/promises'
import { Client } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { IDLE } from '@/lib/form-state'
import { writeClassicFile } from '@/tests/support/register-file'
import type { Visitor } from './browserless'
import { sleep } from './clock'
import { sqlFloor } from './floor'
import { actionId } from './load'
import { memoryByProcess, memoryOf } from './server'

/** Imports a generated classic list of `rows` rows through the server, twice, and the same rows by SQL alone. */
export async function benchImport(admin: Visitor, pid: number, databaseUrl: string, folder: string, rows: number) {
  const file = `${folder}/register.csv`
  await writeClassicFile(file, { rows })
  await sleep(2000)
  const idle = memoryOf(pid)
  const first = await importFile(admin, pid, file)
  const again = await importFile(admin, pid, file)
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('vacuum analyze firm')
  const floor = await sqlFloor(client, first.id, folder)
  await client.end()
  return {
    seconds: first.seconds,
    again: again.seconds,
    floor: floor / 1000,
    ratio: first.seconds / (floor / 1000),
    memory: first.peak - idle,
    counts: first.counts,
  }
}

/**
 * Sends a file, waits for its dry run, says "apply" and waits for the end: seconds in all and of each step, and the most
 * memory the server took, with what each of its processes had at that moment.
 */
export async function importFile(
  admin: Visitor,
  pid: number,
  file: string,
  watch: (step: 'reading' | 'writing') => void = () => undefined,
) {
  const id = uuidv7()
  let peak = 0
  let atPeak = new Map<string, number>()
  const looking = setInterval(() => {
    const now = memoryOf(pid)
    if (now <= peak) return
    peak = now
    atPeak = memoryByProcess(pid)
  }, 50)
  const start = performance.now()
  const upload = await admin.request(`/api/register?id=${id}&name=register.csv`, {
    method: 'POST',
    headers: { origin: admin.base, 'sec-fetch-site': 'same-origin' },
    body: await readFile(file),
  })
  if (upload.status !== 202) throw new Error(`The upload answered ${upload.status}: ${await upload.text()}`)
  const sent = Date.now()
  await ended(admin, id, 'checked')
  const checked = Date.now()
  watch('writing')
  const input = { importId: id, full: false, sure: false }
  await admin.act(`/register/${id}`, await actionId('lib/register/actions.ts', 'startApplying'), [IDLE, input])
  const counts = await ended(admin, id, 'done')
  clearInterval(looking)
  const seconds = (performance.now() - start) / 1000
  return {
    id,
    seconds,
    peak,
    atPeak,
    counts,
    steps: stepSeconds(counts, { began: Date.now() - seconds * 1000, sent, checked }),
  }
}

type Moments = { began: number; sent: number; checked: number }

/** How long each step took, in seconds. "opening" and "waiting" are what passes before a job's first step. */
function stepSeconds(told: Record<string, unknown>, { began, sent, checked }: Moments): [string, number][] {
  const steps = told.steps as Record<string, string>
  const at = (step: string) => Date.parse(steps[step] ?? '')
  const moments: [string, number][] = [
    ['upload', began],
    ['opening', sent],
    ['reading', at('reading')],
    ['comparing', at('comparing')],
    ['waiting', checked],
    ['writing', at('writing')],
    ['finishing', at('finishing')],
    ['end', Date.now()],
  ]
  return moments.slice(0, -1).map(([name, from], index) => [name, ((moments[index + 1]?.[1] ?? from) - from) / 1000])
}

/** Asks as the page does until the import has come so far. */
async function ended(admin: Visitor, id: string, status: string): Promise<Record<string, unknown>> {
  for (;;) {
    const told = (await (await admin.request(`/api/register/${id}`)).json()) as Record<string, unknown>
    if (told.status === status) return told
    if (['refused', 'interrupted', 'mapping'].includes(String(told.status))) throw new Error(`It ended ${told.status}`)
    await sleep(200)
  }
}
