import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import type { Account } from './account'
import { codeOf, DatabaseProblem } from './problem'
import { isAlive } from './processes'
import type { Programs } from './programs'

/** The role the application signs in as: owns its database, may make others (the tests do), is no superuser. */
export const ROLE = 'pap'
const MAJOR = '18'

/**
 * Makes the data folder where there is none. It is made beside its place and renamed when complete, so that a kill in
 * between, or two starts at once, never leave half a database.
 */
export async function prepareCluster(folder: string, programs: Programs, account: Account): Promise<void> {
  const data = path.join(folder, 'data')
  const version = await readFile(path.join(data, 'PG_VERSION'), 'utf8').catch(() => null)
  if (version?.trim() === MAJOR) return
  if (version) {
    throw new DatabaseProblem(`${data} was written by PostgreSQL ${version.trim()}, this release brings ${MAJOR}.`)
  }
  await clearAbandoned(folder)
  const fresh = path.join(folder, `new-${process.pid}`)
  await mkdir(fresh, { mode: 0o700 })
  await account.own(fresh)
  await initialise(fresh, programs, account)
  await rename(fresh, data).catch(async (error) => {
    await rm(fresh, { recursive: true })
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error
    const theirs = await access(path.join(data, 'PG_VERSION')).then(
      () => true,
      () => false,
    )
    if (!theirs) throw new DatabaseProblem(`${data} holds something that is not a database.`)
  })
}

/** The password is in the data folder, because it belongs to these data and must come and go with them. */
export async function passwordOf(folder: string): Promise<string> {
  const file = path.join(folder, 'data', 'password')
  return await readFile(file, 'utf8').catch(() => {
    throw new DatabaseProblem(`The password of the database cannot be read from ${file}.`)
  })
}

async function initialise(data: string, programs: Programs, account: Account) {
  const options = ['-D', data, '-U', 'postgres', '--encoding=UTF8', '--auth=reject', '--no-instructions']
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  try {
    await run(account, programs.initdb, [...options, ...locale, '--locale=C.UTF-8'])
  } catch {
    await Promise.all((await readdir(data)).map((name) => rm(path.join(data, name), { recursive: true })))
    await run(account, programs.initdb, [...options, ...locale, '--locale=C'])
  }
  const password = randomBytes(24).toString('hex')
  // Nobody can sign in as the superuser `postgres`: it has no password and no line here.
  await writeFile(path.join(data, 'pg_hba.conf'), `host all ${ROLE} 127.0.0.1/32 scram-sha-256\n`)
  await run(
    account,
    programs.postgres,
    ['--single', '-D', data, 'postgres'],
    `create role ${ROLE} login createdb password '${password}'\ncreate database ${ROLE} owner ${ROLE}\n`,
  )
  await writeFile(path.join(data, 'password'), password, { mode: 0o600 })
}

async function run(account: Account, program: string, programArgs: string[], input = '') {
  const { file, args, options } = account.command(program, programArgs)
  const child = spawn(file, args, options)
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject))
  const [output, complaint, status] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  // In single-user mode a failed statement is printed and does not change the exit status.
  if (status === 0 && !/\b(ERROR|FATAL|PANIC):/.test(output + complaint)) return
  throw new DatabaseProblem(`PostgreSQL could not be set up: ${complaint.trim().split('\n').at(-1)}`)
}

async function clearAbandoned(folder: string) {
  for (const name of await readdir(folder)) {
    const pid = /^new-(\d+)$/.exec(name)?.[1]
    if (pid && (Number(pid) === process.pid || !isAlive(Number(pid)))) {
      await rm(path.join(folder, name), { recursive: true })
    }
  }
}
