/** What the person who starts the server must mend; the message is one clear sentence and needs no stack. */
export class DatabaseProblem extends Error {
  override name = 'DatabaseProblem'
}

/** The code of a system or PostgreSQL error (`EACCES`, `57P03`); an empty text where there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
