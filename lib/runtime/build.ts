import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { StartProblem } from '@/lib/runtime/problem'

const ROOMS = ['app', 'components', 'lib', 'prisma', 'public']
const FILES = ['package-lock.json', 'package.json', 'next.config.ts', 'postcss.config.mjs', 'tsconfig.json']
const STAMP = path.join('.next', 'sources')

/** Builds where the last build was not made from exactly these sources. `started` is given the running build. */
export async function ensureBuild(started: (stop: () => void) => void): Promise<void> {
  const sources = await fingerprint()
  const built = await access('.next/BUILD_ID').then(
    () => true,
    () => false,
  )
  if (built && (await readFile(STAMP, 'utf8').catch(() => '')) === sources) return
  console.info('Building: this takes a minute or two, and only when the code has changed.')
  await npm(['run', '--silent', 'build'], started)
}

/** What `npm run build` does after Next's own build: notes which sources it was made from. */
export async function stampBuild(): Promise<void> {
  await writeFile(STAMP, await fingerprint())
}

/** Runs npm with the output on the console. Throws where it fails. */
export async function npm(words: string[], started: (stop: () => void) => void): Promise<void> {
  const child = spawn('npm', words, { stdio: 'inherit' })
  started(() => child.kill())
  const status = await new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
  if (status !== 0) throw new StartProblem(`"npm ${words.join(' ')}" failed; the reason stands above.`)
}

/** Contents, not times: a copy or another checkout of the same sources needs no new build. */
async function fingerprint(): Promise<string> {
  const listed = await Promise.all(ROOMS.map((room) => filesIn(room)))
  const hash = createHash('sha256')
  for (const file of [...FILES, ...listed.flat().sort()]) {
    hash
      .update(`${file}\0`)
      .update(await readFile(file).catch(() => ''))
      .update('\0')
  }
  return hash.digest('hex')
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(path.join('prisma', 'client')) && !file.endsWith('.md'))
}
