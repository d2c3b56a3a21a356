import 'server-only'
import { existsSync } from 'node:fs'
import { recordActivity } from '@/lib/activity'
import { db } from '@/lib/db'
import { type Actor, permit } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import { layoutOf, missingIn } from '@/lib/register/columns'
import type { ChoosingInput } from '@/lib/register/mapping-schema'
import { recallMapping } from '@/lib/register/mappings'
import { hasColumns, openRegister, overruledBy } from '@/lib/register/open'
import { uploadPath } from '@/lib/register/raw-file'
import { isRunning } from '@/lib/register/running'
import { type FoundFile, foundFile, type ImportChoices, importChoices } from '@/lib/register/schema'
import { Prisma } from '@/prisma/client/client'

/**
 * Says how an import's file is to be read and what its columns are, while it waits; it then waits for a dry run by them.
 * Answers what is found of the file so. Refuses an import that is being worked on or has ended (`registerColumnsClosed`),
 * one whose file is gone (`registerFileGone`), and whatever `openRegister` refuses.
 */
export async function chooseColumns(actor: Actor, { importId, choices }: ChoosingInput): Promise<FoundFile> {
  permit(actor, 'register.import')
  const row = await db.registerImport.findUnique({ where: { id: importId } })
  if (!row) throw new Refusal('notFound')
  if (isRunning(row.status) || ['done', 'undone', 'discarded'].includes(row.status))
    throw new Refusal('registerColumnsClosed')
  if (!existsSync(uploadPath(importId))) throw new Refusal('registerFileGone')
  const found = await findAgain(importId, { ...row, choices: importChoices.parse(row.choices) }, choices)
  await db.$transaction(async (tx) => {
    // The file was read in between: somebody may have started something.
    const { count } = await tx.registerImport.updateMany({
      where: { id: importId, status: row.status },
      // A dry run made with other columns no longer counts.
      data: {
        choices,
        found,
        ...(row.status === 'checked' ? { status: 'mapping' } : {}),
        ...(found.missing.length ? {} : { refusal: Prisma.DbNull }),
      },
    })
    if (!count) throw new Refusal('registerColumnsClosed')
    const changes = { fileName: row.fileName, overruled: found.overruled }
    await recordActivity(tx, actor, { verb: 'register.columnsChosen', subjectId: importId, changes })
  })
  return found
}

/** Only another way to read the file needs the file; columns and words are decided on what is known of it. */
async function findAgain(
  importId: string,
  before: { found: unknown; choices: ImportChoices },
  choices: ImportChoices,
): Promise<FoundFile> {
  const known = foundFile.safeParse(before.found)
  if (!known.success || readingOf(before.choices) !== readingOf(choices) || !hasColumns(choices))
    return (await openRegister(uploadPath(importId), choices, recallMapping)).found
  const layout = layoutOf(known.data.header, choices)
  const decided = { columns: layout.columns, missing: missingIn(layout), overruled: overruledBy(choices) }
  return { ...known.data, ...decided, mapping: undefined }
}

const readingOf = ({ columns: _, words: __, ...reading }: ImportChoices) =>
  JSON.stringify(Object.entries(reading).sort(([a], [b]) => (a < b ? -1 : 1)))
