import 'server-only'
import type { Tx } from '@/lib/db'
import type { Classification } from '@/lib/register/sectors'

/** The loaded classification; where the codes of 2025 themselves are missing, those the crosswalk leads to. */
export async function readClassification(tx: Pick<Tx, 'atecoCode' | 'atecoCrosswalk'>): Promise<Classification> {
  const codes = await tx.atecoCode.findMany({ where: { version: 'ateco_2025' }, select: { code: true } })
  const pairs = await tx.atecoCrosswalk.findMany()
  return {
    codes2025: new Set([...codes.map(({ code }) => code), ...pairs.map(({ code2025 }) => code2025)]),
    crosswalk: new Map(pairs.map(({ code2007, code2025 }) => [code2007, code2025])),
  }
}
