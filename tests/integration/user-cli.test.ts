import { execFile } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { verifyPassword } from '@/lib/users/password'

/** The command as an admin of the machine runs it, on this file's own database. */
function user(words: string[], typed = ''): Promise<{ status: number; said: string }> {
  return new Promise((resolve) => {
    const tsx = ['--import', 'tsx', '--conditions=react-server', 'lib/users/cli.ts']
    const child = execFile(process.execPath, [...tsx, ...words], (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code) : 0, said: stdout + stderr }),
    )
    child.stdin?.end(typed)
  })
}

const ANNA = ['anna@example.test', '--name', 'Anna Bruni']
const stored = (email: string) => db.user.findUniqueOrThrow({ where: { email } })

describe('npm run user', () => {
  test('makes the first admin, with a password it shows once', async () => {
    const { status, said } = await user(['add', ...ANNA, '--role', 'admin'])
    expect(status).toBe(0)
    const password = said.match(/[a-z2-9]{4}(-[a-z2-9]{4}){3}/)?.[0] ?? ''
    expect(await verifyPassword((await stored('anna@example.test')).passwordHash, password)).toBe(true)
    expect(await user(['list'])).toMatchObject({ status: 0, said: expect.stringContaining('Anna Bruni') })
  })
  test('takes a password from standard input and never repeats it', async () => {
    const { status, said } = await user(['password', 'anna@example.test', '--password-stdin'], 'una frase lunga\n')
    expect(status).toBe(0)
    expect(said).not.toContain('una frase lunga')
    expect(await verifyPassword((await stored('anna@example.test')).passwordHash, 'una frase lunga')).toBe(true)
  })
  test('refuses in one sentence what the screen would refuse', async () => {
    expect(await user(['add', ...ANNA, '--role', 'manager'])).toEqual({
      status: 1,
      said: 'The address anna@example.test already belongs to another user.\n',
    })
    expect(await user(['deactivate', 'anna@example.test'])).toEqual({
      status: 1,
      said: 'This is the only active admin: appoint another one first.\n',
    })
  })
  test('says how it is used', async () => {
    expect(await user(['dance'])).toMatchObject({ status: 1, said: expect.stringContaining('npm run user -- add') })
  })
})
