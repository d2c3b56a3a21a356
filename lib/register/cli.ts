import { parseArgs } from 'node:util'
import refusals from '@/lib/i18n/en/refusals.json'
import { Refusal } from '@/lib/refusal'
import { runHistory } from '@/lib/register/cli-history'
import { runImport } from '@/lib/register/cli-import'
import { runUndo } from '@/lib/register/cli-undo'
import { withDatabase } from '@/lib/runtime/with-database'

/** `npm run register -- …`: the same import as on the screen, also for cron. */
const USAGE = `npm run register -- import FILE [--mapping NAME] [--dry-run] [--partial] [--sure] [--as EMAIL] [--json]
npm run register -- undo [--yes] [--as EMAIL] [--json]
npm run register -- history [--json]
  --mapping NAME  columns as kept under this name, instead of those recognised
  --dry-run       reads and compares, writes nothing
  --partial       a partial list: firms missing from it stay as they are; without it they cease
  --sure          lets them cease also where they are more than a fifth of the active firms; without it they stay then
  --as EMAIL      the admin who imports; without it the history names nobody
  --yes           undoes at once; without it only tells what would be undone
  --json          the result as one JSON line at the end
Exit codes: 0 done, 1 failed, 2 refused (the file, the command as written, or another import is running)`

const DONE = 0
const FAILED = 1
const REFUSED = 2

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    ...Object.fromEntries(['json', 'dry-run', 'partial', 'sure', 'yes'].map((name) => [name, { type: 'boolean' }])),
    as: { type: 'string' },
    mapping: { type: 'string' },
  },
})
const [command, file] = positionals
const asked = (name: string) => values[name] === true
const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined)

const COMMANDS: Record<string, (() => Promise<object>) | undefined> = {
  import: file
    ? () =>
        runImport(file, {
          as: text('as'),
          mapping: text('mapping'),
          dryRun: asked('dry-run'),
          full: !asked('partial'),
          sure: asked('sure'),
        })
    : undefined,
  undo: () => runUndo({ as: text('as'), yes: asked('yes') }),
  history: runHistory,
}

async function run(work: () => Promise<object>): Promise<number> {
  try {
    const result = await work()
    if (asked('json')) console.info(JSON.stringify(result))
    return DONE
  } catch (error) {
    if (!(error instanceof Refusal)) {
      console.error(error instanceof Error ? error.message : error)
      return FAILED
    }
    const words: string = refusals[error.key as keyof typeof refusals] ?? error.key
    console.error(words.replace(/\{(\w+)\}/g, (_, name) => String(error.values[name])))
    return REFUSED
  }
}

const work = COMMANDS[command ?? '']
if (work) {
  await withDatabase(() => run(work))
} else {
  console.error(USAGE)
  process.exitCode = REFUSED
}
