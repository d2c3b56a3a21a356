import 'server-only'
import { isUtf8 } from 'node:buffer'
import Papa from 'papaparse'
import { recordActivity } from '@/lib/activity'
import { type AtecoTable, type AtecoTitle, readAteco } from '@/lib/ateco/rules'
import { db, type Tx } from '@/lib/db'
import { type Actor, permit } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import { type Sorted, sortFirms } from '@/lib/register/sort'
import { takeTurnWithin } from '@/lib/register/turn'
import { PATIENT } from '@/lib/sectors/mutations'
import type { AtecoVersion } from '@/prisma/client/enums'

export type Loaded = Sorted & { kind: 'ateco_2025' | 'ateco_2007' | 'crosswalk'; rows: number; changed: number }

/**
 * Takes in ISTAT's structure of ATECO or its crosswalk, whatever its encoding and separator, in place of the one before,
 * and moves the firms whose sector is another by it, many of them by a job (`later`). The same file again changes nothing. Refuses a file that is none
 * (`readAteco`), a spreadsheet, and while the register is being imported (`registerBusy`).
 */
export async function loadAteco(actor: Actor, { name, bytes }: { name: string; bytes: Buffer }): Promise<Loaded> {
  permit(actor, 'chamber.write')
  const table = readAteco(rowsOf(bytes))
  const kind = table.kind === 'codes' ? table.version : table.kind
  const rows = table.kind === 'codes' ? table.codes.length : table.pairs.length
  return await db.$transaction(async (tx) => {
    await takeTurnWithin(tx)
    const changed = await writeTable(tx, table)
    if (changed === 0) return { kind, rows, changed, moved: 0, later: false }
    const sorted = await sortFirms(tx)
    const { moved } = sorted
    await recordActivity(tx, actor, { verb: 'ateco.loaded', changes: { kind, fileName: name, rows, changed, moved } })
    return { kind, rows, changed, ...sorted }
  }, PATIENT)
}

/** Cells of a text in UTF-8, UTF-16 or Windows-1252, cut at whichever separator cuts it evenly. */
function rowsOf(bytes: Buffer): string[][] {
  const beginning = bytes.subarray(0, 4).toString('hex')
  if (bytes.length === 0) throw new Refusal('registerEmpty')
  if (beginning === '504b0304' || beginning === 'd0cf11e0') throw new Refusal('registerSpreadsheet')
  const utf16 = beginning.startsWith('fffe') ? 'utf-16le' : beginning.startsWith('feff') ? 'utf-16be' : null
  if (!utf16 && bytes.includes(0)) throw new Refusal('registerBinary')
  const text = new TextDecoder(utf16 ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')).decode(bytes)
  return Papa.parse<string[]>(text, { delimitersToGuess: [';', ',', '|', '\t'] }).data
}

async function writeTable(tx: Tx, table: AtecoTable): Promise<number> {
  if (table.kind === 'codes') return await writeCodes(tx, table.version, table.codes)
  // The structure of 2007, where it was loaded, says more than the titles here.
  const { count } = await tx.atecoCode.createMany({
    data: table.codes.map((code) => ({ ...code, version: 'ateco_2007' as const })),
    skipDuplicates: true,
  })
  return count + (await writePairs(tx, table.pairs))
}

/** How many codes are new, another or gone. */
async function writeCodes(tx: Tx, version: AtecoVersion, codes: AtecoTitle[]): Promise<number> {
  const [row] = await tx.$queryRaw<{ changed: number }[]>`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(codes)}::jsonb)
        as g(code text, "titleIt" text, "titleEn" text, level int, parent text)
    ), written as (
      insert into ateco_code as a (version, code, title_it, title_en, level, parent)
      select ${version}::ateco_version, code, "titleIt", "titleEn", level, parent from given
      on conflict (version, code) do update
        set title_it = excluded.title_it, title_en = excluded.title_en, level = excluded.level, parent = excluded.parent
        where (a.title_it, a.title_en, a.level, a.parent)
          is distinct from (excluded.title_it, excluded.title_en, excluded.level, excluded.parent)
      returning 1
    ), gone as (
      delete from ateco_code a where version = ${version}::ateco_version
        and not exists (select from given g where g.code = a.code) returning 1
    )
    select ((select count(*) from written) + (select count(*) from gone))::int as changed`
  return row?.changed ?? 0
}

async function writePairs(tx: Tx, pairs: { code2007: string; code2025: string }[]): Promise<number> {
  const [row] = await tx.$queryRaw<{ changed: number }[]>`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as g("code2007" text, "code2025" text)
    ), written as (
      insert into ateco_crosswalk as a (code_2007, code_2025) select "code2007", "code2025" from given
      on conflict (code_2007) do update set code_2025 = excluded.code_2025 where a.code_2025 <> excluded.code_2025
      returning 1
    ), gone as (
      delete from ateco_crosswalk a where not exists (select from given g where g."code2007" = a.code_2007) returning 1
    )
    select ((select count(*) from written) + (select count(*) from gone))::int as changed`
  return row?.changed ?? 0
}
