import { Client } from 'pg'
import type { Address } from '@/lib/runtime/address'

/** Says where the pages are and how to get in. */
export async function greet({ host, port }: Address, { demo, databaseUrl }: { demo: boolean; databaseUrl: string }) {
  const name = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host
  const lines = [`Porta a Porta is ready: http://${name.includes(':') ? `[${name}]` : name}:${port}`]
  if (demo) lines.push(...(await demoSignIns()))
  else if (!(await hasUsers(databaseUrl))) {
    lines.push('Nobody can sign in yet. Make the first administrator in another terminal, in this folder:')
    lines.push('  npm run user -- add EMAIL --name "First Last" --role admin')
  }
  console.info(`\n${lines.join('\n')}\n`)
}

async function demoSignIns(): Promise<string[]> {
  const { DEMO_PASSWORD, DEMO_SIGN_INS } = await import('@/prisma/demo/people')
  const rows = DEMO_SIGN_INS.map(({ email, role, name }) => `  ${email.padEnd(34)} ${role.padEnd(10)} ${name}`)
  return ['Sign in as one of', ...rows, `with the password ${DEMO_PASSWORD}`]
}

async function hasUsers(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return ((await client.query('select 1 from app_user limit 1')).rowCount ?? 0) > 0
  } finally {
    await client.end()
  }
}
