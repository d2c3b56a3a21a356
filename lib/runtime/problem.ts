import { codeOf, DatabaseProblem } from '@/prisma/embedded/problem'

/** What keeps the server from starting and only its admin can mend; the message is one clear sentence. */
export class StartProblem extends Error {
  override name = 'StartProblem'
}

/** Ends the process: one sentence for what an admin can mend, everything for what nobody foresaw. */
export function giveUp(error: unknown): never {
  const foreseen = error instanceof StartProblem || error instanceof DatabaseProblem
  console.error(foreseen ? error.message : error)
  process.exit(1)
}

export { codeOf }
