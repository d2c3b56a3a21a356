import { parseArgs } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { db } from '@/lib/db'
import refusals from '@/lib/i18n/en/refusals.json'
import { type MessageValues, Refusal } from '@/lib/refusal'
import { withDatabase } from '@/lib/runtime/with-database'
import { askPassword, type GivenPassword } from '@/lib/users/ask-password'
import { addUser, changeUser, resetPassword } from '@/lib/users/mutations'
import { normalEmail } from '@/lib/users/rules'
import { newPassword, newUser } from '@/lib/users/schema'
import { versionOf } from '@/lib/users/user-changes'

/** `npm run user -- …`: the way to the first admin, and back in where nobody can sign in any more. */
const USAGE = `npm run user -- add EMAIL --name "First Last" --role promoter|manager|office|admin [--office CODE]
npm run user -- list
npm run user -- deactivate EMAIL
npm run user -- password EMAIL
A password is asked for at a terminal, read from standard input with --password-stdin, else made and shown once.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    name: { type: 'string' },
    role: { type: 'string' },
    office: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  },
})
const [command, email = ''] = positionals

const COMMANDS: Record<string, () => Promise<void>> = { add, list, deactivate, password }

async function add() {
  const given = await askPassword(values['password-stdin'] === true)
  const office = values.office ? await findOffice(String(values.office)) : undefined
  const { name, role } = values
  const user = parse(newUser, { id: uuidv7(), email, name, role, officeId: office, password: given.password })
  await addUser(null, user)
  say(`${user.email} can now sign in.`, given)
}

async function list() {
  const users = await db.user.findMany({ include: { office: true }, orderBy: [{ active: 'desc' }, { email: 'asc' }] })
  for (const user of users) {
    const state = user.active ? '' : '  deactivated'
    console.info(`${user.email.padEnd(34)} ${(user.office?.code ?? user.role).padEnd(14)} ${user.name}${state}`)
  }
  if (users.length === 0) console.info('There are no users yet.')
}

async function deactivate() {
  const user = await findUser()
  await changeUser(null, { ...user, officeId: user.officeId ?? undefined, active: false, version: versionOf(user) })
  say(`${user.email} can no longer sign in.`)
}

async function password() {
  const user = await findUser()
  const given = await askPassword(values['password-stdin'] === true)
  await resetPassword(null, { id: user.id, password: parse(newPassword, given.password) })
  say(`${user.email} has a new password.`, given)
}

async function findUser() {
  const user = await db.user.findUnique({ where: { email: normalEmail(email) } })
  if (!user) throw new Error(`There is no user with the address "${email}".`)
  return user
}

async function findOffice(code: string) {
  const offices = await db.office.findMany({ orderBy: { position: 'asc' } })
  const office = offices.find((row) => row.code === code)
  if (!office) throw new Error(`There is no office "${code}"; there are ${offices.map((row) => row.code).join(', ')}.`)
  return office.id
}

function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const about = issue?.path.join('.')
  throw new Error((about ? `${about}: ` : '') + wordsFor(issue?.message ?? ''))
}

/** The product's own words; what can be refused here has no plurals. */
function wordsFor(key: string, values: MessageValues = {}): string {
  const words: string = refusals[key as keyof typeof refusals] ?? refusals.invalidField
  return words.replace(/\{(\w+)\}/g, (_, name) => String(values[name]))
}

function say(sentence: string, given?: GivenPassword) {
  console.info(given?.made ? `${sentence} The password, shown only now: ${given.password}` : sentence)
}

/** Exit code: what an admin can mend is one sentence, without a stack. */
async function status(run: () => Promise<void>): Promise<number> {
  try {
    await run()
    return 0
  } catch (error) {
    const refused = error instanceof Refusal ? wordsFor(error.key, error.values) : undefined
    console.error(refused ?? (error instanceof Error ? error.message : error))
    return 1
  }
}

const run = command ? COMMANDS[command] : undefined
if (run && (command === 'list' || email)) {
  await withDatabase(() => status(run))
} else {
  console.error(USAGE)
  process.exitCode = 1
}
