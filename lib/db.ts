import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { statementName } from '@/lib/statement-names'
import { type Prisma, PrismaClient } from '@/prisma/client/client'

/** Inside `db.$transaction(async (tx) => …)`: what a verb writes with. */
export type Tx = Prisma.TransactionClient

const kept = globalThis as typeof globalThis & { prisma?: PrismaClient }

function connect() {
  const pool = { connectionString: env.DATABASE_URL, max: env.DATABASE_POOL }
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementName })
  return new PrismaClient({ adapter })
}

/** Opened at first use, so that building needs no database; kept on `globalThis` across hot reloads. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_, property) {
    kept.prisma ??= connect()
    return Reflect.get(kept.prisma, property, kept.prisma)
  },
})
