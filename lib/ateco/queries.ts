import 'server-only'
import { db } from '@/lib/db'
import { atecoBeginnings } from '@/lib/register/sectors'
import { gate } from '@/lib/session'
import type { AtecoVersion } from '@/prisma/client/enums'

/** How much of the classification is there, and who loaded it last. */
export async function atecoLoaded() {
  await gate('chamber.write')
  const [versions, crosswalk, last] = await Promise.all([
    db.atecoCode.groupBy({ by: ['version'], _count: true }),
    db.atecoCrosswalk.count(),
    db.activity.findFirst({
      where: { verb: 'ateco.loaded' },
      select: { at: true, user: { select: { name: true } } },
      orderBy: { at: 'desc' },
    }),
  ])
  const codes = (version: AtecoVersion) => versions.find((one) => one.version === version)?._count ?? 0
  return { ateco_2025: codes('ateco_2025'), ateco_2007: codes('ateco_2007'), crosswalk, last }
}

type Code = { ateco: string | null; version: AtecoVersion | null }
export type AtecoTitle = { titleIt: string; titleEn: string | null }

/**
 * The title of each code as printed, in the order asked; null where nothing is loaded. Registers drop zeros at the end
 * and know codes of other years: then the nearest code above speaks. Of unknown version, 2025 goes first.
 */
export async function atecoTitles(codes: Code[]): Promise<(AtecoTitle | null)[]> {
  await gate('firms.read')
  const wanted = [...new Set(codes.flatMap(({ ateco }) => atecoBeginnings(ateco ?? '')))]
  const rows = wanted.length ? await db.atecoCode.findMany({ where: { code: { in: wanted } } }) : []
  const known = new Map(rows.map((row) => [`${row.version} ${row.code}`, row]))
  return codes.map(({ ateco, version }) => {
    const versions: AtecoVersion[] = version ? [version] : ['ateco_2025', 'ateco_2007']
    const keys = atecoBeginnings(ateco ?? '').flatMap((code) => versions.map((one) => `${one} ${code}`))
    return keys.flatMap((key) => known.get(key) ?? [])[0] ?? null
  })
}

/** The title of a firm's code in the language of the screen; null where it has none or nothing is loaded. */
export async function atecoTitle(locale: string, code: Code): Promise<string | null> {
  await gate('firms.read')
  const [title] = await atecoTitles([code])
  return title ? (locale === 'en' && title.titleEn) || title.titleIt : null
}
