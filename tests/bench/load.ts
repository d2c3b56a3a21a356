import { readFile } from 'node:fs/promises'
import { v7 as uuidv7 } from 'uuid'
import type { Visitor } from './browserless'
import { paced, percentile } from './clock'

const USERS = 10
const TERMS = [
  'edil',
  'orsini',
  'carpenterie',
  "d'amico",
  'lepini srl',
  'mobili',
  '0773',
  'ristorante',
  'LT-1001',
  'forno',
]

type Manifest = { node: Record<string, { exportedName?: string; filename?: string }> }

/** The number a build gave to a server action: changes with each build, so it is looked up. */
export async function actionId(file: string, name: string): Promise<string> {
  const manifest = JSON.parse(await readFile('.next/server/server-reference-manifest.json', 'utf8')) as Manifest
  const found = Object.entries(manifest.node).find(
    ([, action]) => action.exportedName === name && action.filename === file,
  )
  if (!found) throw new Error(`The build has no action ${name} of ${file}`)
  return found[0]
}

/** What ten people do: each kind of act in a run of its own, everybody acting every two seconds. */
export async function benchLoad(people: { promoters: Visitor[]; manager: Visitor }, seconds: number) {
  const { promoters, manager } = people
  const promoter = (user: number) => promoters[user % promoters.length] as Visitor
  const list = await promoter(0).page('/firms')
  const firms = [...list.matchAll(/href="\/firms\/([0-9a-f-]{36})"/g)].map((found) => found[1])
  let turn = 0
  const acts: Record<string, (user: number) => Promise<unknown>> = {
    search: (user) => promoter(user).page(`/firms?q=${encodeURIComponent(TERMS[turn++ % TERMS.length] ?? '')}`),
    'firm page': (user) => promoter(user).page(`/firms/${firms[turn++ % firms.length]}`),
    'save a call': await savingCalls(promoter),
    insight: () => manager.page('/insight'),
    'insight, filtered': () => manager.page('/insight?young=1'),
  }
  const results: Record<string, { p50: number; p95: number; acts: number }> = {}
  for (const [name, act] of Object.entries(acts)) {
    for (let user = 0; user < USERS; user++) await act(user)
    const times = await paced(USERS, 2000, seconds, act)
    results[name] = { p50: percentile(times, 0.5), p95: percentile(times, 0.95), acts: times.length }
  }
  const flood = await paced(USERS, 0, seconds, (user) => promoter(user).page('/firms'))
  return { results, listPagesPerSecond: flood.length / seconds }
}

/** Each saves a no-answer for the firm on their telephone and gets the next one in the same answer. */
export async function savingCalls(promoter: (user: number) => Visitor) {
  const save = await actionId('lib/calls/actions.ts', 'saveCall')
  const take = await actionId('lib/leases/actions.ts', 'takeNextFirm')
  return async (user: number) => {
    const visitor = promoter(user)
    const held = holding.get(visitor) ?? (await firstFirm(visitor, take))
    const call = { id: uuidv7(), ...held, outcome: 'no_answer', needs: [] }
    const answer = await visitor.act('/calls', save, [{ status: 'idle' }, call])
    if (!answer.includes('"status":"saved"')) throw new Error(`The call was not saved: ${answer.slice(0, 500)}`)
    holding.set(visitor, assignmentIn(answer))
  }
}

type Held = { assignmentId: string; version: number }
const holding = new Map<Visitor, Held>()

async function firstFirm(visitor: Visitor, take: string): Promise<Held> {
  const campaignId = /[?&]campaign=([0-9a-f-]{36})|"campaignId":"([0-9a-f-]{36})"/.exec(
    (await visitor.page('/calls')).replaceAll('\\"', '"'),
  )
  const answer = await visitor.act('/calls', take, [
    { status: 'idle' },
    { campaignId: campaignId?.[1] ?? campaignId?.[2] },
  ])
  return assignmentIn(answer)
}

/** The firm on the telephone, as the refreshed page tells it to its form. */
function assignmentIn(answer: string): Held {
  const found = /"assignmentId":"([0-9a-f-]{36})"[^{}]*?"version":(\d+)/.exec(answer)
  if (!found?.[1]) throw new Error('The answer names no assignment')
  return { assignmentId: found[1], version: Number(found[2]) }
}
