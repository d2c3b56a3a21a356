import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { db } from '@/lib/db'
import { importCounts } from '@/lib/register/schema'
import { applyImport, checkImport } from '@/lib/register/work'
import { inventedPartitaIva } from '@/prisma/demo/identifiers'
import { removeFolder } from '@/tests/support/folder'
import { classicRow } from '@/tests/support/register-file'

type Wishes = { full?: boolean; userId?: string }

/** Makes the dry run of a file; answers the import's id. */
export async function checkFile(file: string, { userId }: Wishes = {}): Promise<string> {
  const id = uuidv7()
  const keptUntil = new Date(Date.now() + 86_400_000)
  await db.registerImport.create({
    data: { id, fileName: path.basename(file), status: 'checking', userId: userId ?? null, keptUntil },
  })
  await checkImport(id, { path: file })
  return id
}

/** Writes a checked import into the register; answers the import's id and its counts. */
export async function applyChecked(id: string, { full = false }: Wishes = {}) {
  await db.registerImport.update({ where: { id }, data: { status: 'applying', full } })
  await applyImport(id)
  return { id, ...importCounts.parse(await db.registerImport.findUnique({ where: { id } })) }
}

/** Brings a file into the register as the screen and the command line do: dry run, then "apply". */
export async function importFile(file: string, wishes: Wishes = {}) {
  return applyChecked(await checkFile(file, wishes), wishes)
}

const inFile = async <T>(content: string | Uint8Array, work: (file: string) => Promise<T>) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'register-'))
  const file = path.join(folder, 'register.csv')
  try {
    await writeFile(file, typeof content === 'string' ? Buffer.from(content, 'latin1') : content)
    return await work(file)
  } finally {
    await removeFolder(folder)
  }
}

/** The same for a file given as its content. */
export const importContent = (content: string | Uint8Array, wishes?: Wishes) =>
  inFile(content, (file) => importFile(file, wishes))
export const checkContent = (content: string | Uint8Array, wishes?: Wishes) =>
  inFile(content, (file) => checkFile(file, wishes))

/** A small list with only the columns a test is about; blank where a row does not name one. */
export const list = (columns: string, ...rows: Record<string, string>[]) =>
  [columns, ...rows.map((row) => classicRow(row, columns.split(';')))].map((line) => `${line}\r\n`).join('')

/** The key columns, and those of a site. */
export const KEYS = 'DENOMINAZIONE;C-FISCALE'
export const SITES = 'PRV;N-REA;UL-SEDE;DENOMINAZIONE;INDIRIZZO;COMUNE;IND;DIP;C-FISCALE;TELEFONO;DT-CESSAZ;IND_PEC'

/** A firm as few columns tell it (`KEYS`), and with its head office (`SITES`). */
export const ROW = { DENOMINAZIONE: 'CARPENTERIE AGRO S.R.L.', 'C-FISCALE': inventedPartitaIva(1) }
export const HEAD = {
  ...ROW,
  PRV: 'LT',
  'N-REA': '187342',
  'UL-SEDE': 'SEDE',
  COMUNE: 'LATINA - LT',
  INDIRIZZO: 'VIA NINFA 1',
  IND: '1',
  DIP: '9',
}
