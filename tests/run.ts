import { spawn } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { freePort } from '../prisma/embedded/free-port'
import { findChromium } from './support/chromium'
import { removeFolder } from './support/folder'

/** `npm test`: every check there is, one after the other; the last line sums them up. */
const RESULTS = 'test-results'
const total = { passed: 0, failed: 0 }

await removeFolder(RESULTS)
await mkdir(RESULTS, { recursive: true })

await check('Lint', ['biome', 'check'])
await check('Types', ['npm', 'run', '--silent', 'generate'], ['npm', 'run', '--silent', 'types'])
const failures = await unitAndIntegration()
if (await check('Build', ['npm', 'run', '--silent', 'build'])) await inTheBrowser()
else console.info('\nThe browser tests are left out: there is no build to test.')

// Said again at the end, for what came before is far up by now.
for (const failure of failures) console.info(`\nFAILED ${failure}`)
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
  const failures = report?.testResults.flatMap(failuresOf) ?? []
  count({ passed: report?.numPassedTests ?? 0, failed: good ? failures.length : Math.max(failures.length, 1) })
  return failures
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
  await removeFolder(folder)
  const stats = (await readReport<PlaywrightReport>(path.join(RESULTS, 'playwright.json')))?.stats
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0)
  count({ passed: stats?.expected ?? 0, failed: good ? failed : Math.max(failed, 1) })
}

type VitestReport = { numPassedTests: number; testResults: VitestFile[] }
type VitestFile = {
  name: string
  status: string
  message: string
  assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
}
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number } }

async function readReport<Report>(file: string): Promise<Report | null> {
  return await readFile(file, 'utf8').then(JSON.parse, () => null)
}

function count({ passed, failed }: { passed: number; failed: number }) {
  total.passed += passed
  total.failed += failed
}

/** The tests of a file that failed, with the reason; or the file's own reason, where loading or clearing up failed. */
function failuresOf({ name, status, message, assertionResults }: VitestFile): string[] {
  const file = path.relative('', name)
  const failed = assertionResults.filter((one) => one.status === 'failed')
  if (status === 'failed' && failed.length === 0) return [`${file}: ${message}`]
  return failed.map((one) => `${file} › ${one.fullName}: ${one.failureMessages.join('\n')}`)
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
