import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { freePort } from '../prisma/embedded/free-port'
import { findChromium } from './support/chromium'

/** `npm test`: every check there is, one after the other; the last line sums them up. */
const RESULTS = 'test-results'
const total = { passed: 0, failed: 0 }

await rm(RESULTS, { recursive: true, force: true })
await mkdir(RESULTS, { recursive: true })

await check('Lint', ['biome', 'check'])
await check('Types', ['npm', 'run', '--silent', 'generate'], ['npm', 'run', '--silent', 'types'])
await unitAndIntegration()
if (await check('Build', ['npm', 'run', '--silent', 'build'])) await inTheBrowser()
else console.info('\nThe browser tests are left out: there is no build to test.')

console.info(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

/** A step that passes or fails as a whole. */
async function check(title: string, ...commands: string[][]): Promise<boolean> {
  const good = await step(title, commands)
  count(good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
  return good
}

async function unitAndIntegration() {
  const file = path.join(RESULTS, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const good = await step('Unit and integration tests', [
    ['vitest', 'run', '--config', '.config/vitest.config.ts', ...reporters],
  ])
  const report = await readReport<VitestReport>(file)
  const unloaded =
    report?.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0) ?? []
  const failed = (report?.numFailedTests ?? 0) + unloaded.length
  count({ passed: report?.numPassedTests ?? 0, failed: good ? failed : Math.max(failed, 1) })
}

async function inTheBrowser() {
  const chromium = findChromium()
  console.info(`\n${chromium.said}`)
  const folder = path.resolve('.data', `e2e-${process.pid}`)
  const env = {
    PORT: String(await freePort()),
    E2E_DATA_DIR: folder,
    CHROMIUM_PATH: chromium.path ?? '',
    PWTEST_CACHE_DIR: path.join(folder, 'playwright'),
  }
  const good = await step('Browser tests', [['playwright', 'test', '--config', '.config/playwright.config.ts']], env)
  await rm(folder, { recursive: true, force: true })
  const stats = (await readReport<PlaywrightReport>(path.join(RESULTS, 'playwright.json')))?.stats
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0)
  count({ passed: stats?.expected ?? 0, failed: good ? failed : Math.max(failed, 1) })
}

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number } }

async function readReport<Report>(file: string): Promise<Report | null> {
  return await readFile(file, 'utf8').then(JSON.parse, () => null)
}

function count({ passed, failed }: { passed: number; failed: number }) {
  total.passed += passed
  total.failed += failed
}

/** Runs commands until one fails, under a heading. */
async function step(title: string, commands: string[][], env: Record<string, string> = {}): Promise<boolean> {
  console.info(`\n=== ${title} ===`)
  const from = Date.now()
  let good = true
  for (const command of commands) good &&= await run(command, env)
  console.info(`--- ${title}: ${good ? 'good' : 'FAILED'}, ${((Date.now() - from) / 1000).toFixed(1)} s`)
  return good
}

function run([program = '', ...args]: string[], env: Record<string, string>): Promise<boolean> {
  const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('exit', (status) => resolve(status === 0))
  })
}
