import { type Address, freeAddress } from '@/lib/runtime/address'
import { ensureBuild, npm } from '@/lib/runtime/build'
import { CountingProcess } from '@/lib/runtime/counting'
import { openJobs } from '@/lib/runtime/jobs'
import { checkNode } from '@/lib/runtime/node-version'
import { dataFolder } from '@/lib/runtime/open-database'
import { openForServing } from '@/lib/runtime/open-for-serving'
import { giveUp, StartProblem } from '@/lib/runtime/problem'
import { signingSecret } from '@/lib/runtime/secret'
import { openSite } from '@/lib/runtime/site'
import { countSites, openSites } from '@/lib/runtime/sites'
import { greet } from '@/lib/runtime/welcome'

/** `npm start`, `npm run demo` (--demo) and `npm run dev` (--dev): database, build, pages, in this order. */
const demo = process.argv.includes('--demo')
const dev = process.argv.includes('--dev')

/** What is to be undone at the end, the latest first. */
const undo: (() => unknown)[] = []
let ending = false

async function start() {
  checkNode()
  const address = await freeAddress()
  const secret = await signingSecret(dataFolder())
  const proxied = Boolean(process.env.NEXTAUTH_URL)
  const opening = openForServing()
  undo.push(async () => (await opening.catch(() => null))?.stop())
  const database = await opening
  settle(address, secret, database.url)
  if (dev) await npm(['run', '--silent', 'generate'], (stop) => undo.push(stop))
  else await ensureBuild((stop) => undo.push(stop))
  if (demo) await loadDemo(database.url)
  // Not before there is a generated client, which this needs.
  await (await import('@/lib/register/clear')).clearRegister()
  const count = dev ? 1 : countSites()
  const figures = dev ? undefined : openCounting()
  const site =
    count === 1 || !figures
      ? await openSite(address, { dev, proxied, figures })
      : await openSites(address, proxied, count, figures)
  undo.push(site.close)
  undo.push((await openJobs()).close)
  await greet(address, { demo, databaseUrl: database.url })
}

async function loadDemo(databaseUrl: string) {
  const { loadDemo: load } = await import('@/prisma/demo/load')
  try {
    const { loaded } = await load(databaseUrl)
    if (loaded) console.info('The demo programme was loaded.')
  } catch (error) {
    throw new StartProblem(error instanceof Error ? error.message : String(error))
  }
}

/**
 * It reads the evidence from now on: who asks for figures before it is there waits, all others do not. A database that is
 * away now may be back when somebody asks.
 */
function openCounting() {
  const counting = new CountingProcess()
  undo.push(() => counting.close())
  counting.state().catch(() => undefined)
  return counting
}

/** What the pages find in their environment. */
function settle({ host, port }: Address, secret: string, databaseUrl: string) {
  const own = { DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: secret, NODE_ENV: dev ? 'development' : 'production' }
  Object.assign(process.env, own, { DATA_DIR: dataFolder(), NEXT_TELEMETRY_DISABLED: '1' })
  if (process.env.NEXTAUTH_URL) return
  // Nobody said under which name the site is known: it is whatever the browser asked for (localhost, 127.0.0.1, …).
  Object.assign(process.env, { NEXTAUTH_URL: `http://${host}:${port}`, AUTH_TRUST_HOST: 'true' })
}

/** At a signal everything is ended in good order; at an error too, and then it is told. */
async function end(error?: unknown) {
  if (ending) return
  ending = true
  for (const step of undo.reverse()) await step()
  if (error) giveUp(error)
  process.exit(0)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end().catch(giveUp))

// npm killed outright tells its children nothing: without this they would keep the port.
const parent = process.ppid
if (process.env.npm_lifecycle_event) {
  setInterval(() => process.ppid !== parent && void end().catch(giveUp), 500).unref()
}

start().catch(end).catch(giveUp)
