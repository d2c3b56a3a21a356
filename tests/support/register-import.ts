import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { db } from '@/lib/db'
import { importRegister } from '@/lib/register/import'
import { takeTurn } from '@/lib/register/turn'
import { classicRow } from '@/tests/support/register-file'

/** Brings a file into the register as the screen and the command line do; answers the import's id and its counts. */
export async function importFile(file: string) {
  const id = uuidv7()
  const client = await takeTurn()
  try {
    await db.registerImport.create({ data: { id, fileName: path.basename(file) } })
    return { id, ...(await importRegister(client, { id, path: file, fileName: path.basename(file), userId: null })) }
  } finally {
    await client.end()
  }
}

/** The same for a file given as its content. */
export async function importContent(content: string | Uint8Array) {
  const folder = await mkdtemp(path.join(tmpdir(), 'register-'))
  const file = path.join(folder, 'register.csv')
  try {
    await writeFile(file, typeof content === 'string' ? Buffer.from(content, 'latin1') : content)
    return await importFile(file)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A small list with only the columns a test is about; blank where a row does not name one. */
export const list = (columns: string, ...rows: Record<string, string>[]) =>
  [columns, ...rows.map((row) => classicRow(row, columns.split(';')))].map((line) => `${line}\r\n`).join('')

/** The key columns, and those of a site. */
export const KEYS = 'DENOMINAZIONE;C-FISCALE'
export const SITES = 'PRV;N-REA;UL-SEDE;DENOMINAZIONE;INDIRIZZO;COMUNE;IND;DIP;C-FISCALE;TELEFONO;DT-CESSAZ;IND_PEC'
