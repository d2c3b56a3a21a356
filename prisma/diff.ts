import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { startDatabase } from '@/prisma/database'

/**
 * `npm run migration -- NAME` writes the migration that leads from the committed schema to the one in the working
 * tree. It uses Prisma's own schema engine as WebAssembly, because the command line insists on downloading one; that
 * engine cannot read a live database through the driver adapter, so git is the memory of what was. It asks a server for
 * nothing but its version, and gets an empty one for the purpose.
 */
const FOLDER = 'prisma/schema'
const [name] = process.argv.slice(2)
if (!name) throw new Error('Usage: npm run migration -- NAME')

Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: {
    set_message(message: string) {
      throw new Error(`The schema engine gave up: ${message}`)
    },
  },
})

const folder = path.resolve('.data/migration')
const server = await startDatabase({ folder, durable: false })

async function openEngine(datamodels: [string, string][]) {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(script.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  const adapter = new PrismaPg({ connectionString: server.url })
  return glue.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter))
}

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' })
const committed = git('ls-tree', '--name-only', 'HEAD', `${FOLDER}/`)
  .split('\n')
  .filter(Boolean)
  .map((file) => ({ path: path.basename(file), content: git('show', `HEAD:${file}`) }))
const working = await Promise.all(
  (await readdir(FOLDER)).map(async (file) => ({
    path: file,
    content: await readFile(path.join(FOLDER, file), 'utf8'),
  })),
)
const engine = await openEngine(working.map((file): [string, string] => [file.path, file.content]))
const { stdout } = await engine.diff({
  from: { tag: 'schemaDatamodel', files: committed },
  to: { tag: 'schemaDatamodel', files: working },
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
} as unknown as Parameters<typeof engine.diff>[0])
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const target = path.join('prisma/migrations', `${stamp}_${name}`)
await mkdir(target, { recursive: true })
await writeFile(path.join(target, 'migration.sql'), stdout ?? '')
console.info(target)
await server.stop()
await rm(folder, { recursive: true, force: true })
process.exit(0)
