import { spawnSync } from 'node:child_process'
import { chown, readFile, stat } from 'node:fs/promises'
import { DatabaseProblem } from './problem'

type Identity = { uid: number; gid: number }

type Options = { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv }

/** How a program of PostgreSQL is started, so that it never runs as root. */
export type Account = {
  command(file: string, args: string[]): { file: string; args: string[]; options: Options }
  /** Makes a folder the account's own. */
  own(folder: string): Promise<void>
}

const OWN_USER = 'porta-a-porta'

// Nothing of the server's environment (secrets, PG… variables) is the database's business.
const { NODE_ENV, PATH } = process.env
const BARE = { cwd: '/', env: { NODE_ENV, PATH, TZ: 'UTC' } }

const asMyself: Account = {
  command: (file, args) => ({ file, args, options: BARE }),
  own: async () => {},
}

/**
 * PostgreSQL refuses to run as root. Whoever is not root runs it as themselves; root runs it as the owner of the data,
 * else as `postgres`, else as a system user made for it. Where that user may not enter the folders above (a checkout
 * under a home that only its owner may enter), it gets one capability: to pass them.
 */
export async function accountFor(folder: string, postgres: string): Promise<Account> {
  if (process.getuid?.() !== 0) return asMyself
  const identity = (await ownerOf(`${folder}/data`)) ?? (await systemUser())
  await chown(folder, identity.uid, identity.gid)
  for (const capability of [null, 'dac_read_search', 'dac_override']) {
    const account = droppingTo(identity, capability)
    if (works(account, postgres, ['--version']) && works(account, 'test', ['-w', folder])) return account
  }
  throw new DatabaseProblem(
    `The system user of the database may enter neither ${folder} nor the folder of its programs; put them elsewhere or set DATABASE_URL.`,
  )
}

function droppingTo({ uid, gid }: Identity, capability: string | null): Account {
  const own = (folder: string) => chown(folder, uid, gid)
  if (!capability) return { own, command: (file, args) => ({ file, args, options: { ...BARE, uid, gid } }) }
  // Without no_setuid_fixup the kernel sets the capability aside inside access(2), with which PostgreSQL looks for itself.
  const drop = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--securebits=+no_setuid_fixup']
  const raise = [`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`]
  return {
    own,
    command: (file, args) => ({ file: 'setpriv', args: [...drop, ...raise, file, ...args], options: BARE }),
  }
}

function works(account: Account, program: string, programArgs: string[]) {
  const { file, args, options } = account.command(program, programArgs)
  return spawnSync(file, args, { ...options, stdio: 'ignore' }).status === 0
}

async function ownerOf(path: string): Promise<Identity | null> {
  const found = await stat(path).catch(() => null)
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : null
}

async function systemUser(): Promise<Identity> {
  const existing = (await userNamed('postgres')) ?? (await userNamed(OWN_USER))
  if (existing) return existing
  // `su` without a dash leaves root without the folder of useradd in its PATH.
  const env = { ...BARE.env, PATH: `${PATH}:/usr/sbin:/sbin` }
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', OWN_USER], { env })
  const created = await userNamed(OWN_USER)
  if (created) return created
  throw new DatabaseProblem(
    'PostgreSQL does not run as root, and no system user could be made for it; start as another user.',
  )
}

async function userNamed(name: string): Promise<Identity | null> {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}
