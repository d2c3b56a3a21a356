import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { codeOf, StartProblem } from '@/lib/runtime/problem'

/**
 * The key that signs the sign-in cookies: NEXTAUTH_SECRET, else one made once and kept in the data folder, so that
 * sessions outlive a restart. Throws `StartProblem`.
 */
export async function signingSecret(folder: string): Promise<string> {
  if (process.env.NEXTAUTH_SECRET) return process.env.NEXTAUTH_SECRET
  const file = path.join(folder, 'secret')
  try {
    await mkdir(folder, { recursive: true })
    const kept = await readFile(file, 'utf8').catch(ifMissing)
    // A kill in the middle of the writing leaves an empty file.
    if (kept) return kept
    const made = randomBytes(32).toString('base64url')
    await writeFile(file, made, { mode: 0o600 })
    return made
  } catch (error) {
    throw new StartProblem(
      `The folder ${folder} cannot be written to (${codeOf(error)}); choose another with DATA_DIR.`,
    )
  }
}

function ifMissing(error: unknown): string {
  if (codeOf(error) === 'ENOENT') return ''
  throw error
}
