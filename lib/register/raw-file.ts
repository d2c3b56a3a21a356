import 'server-only'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { chamberIn } from '@/lib/chamber/mutations'
import { db } from '@/lib/db'
import { env } from '@/lib/env'

/** Where uploads lie until they are applied, thrown away, or too old. Files with 16-character codes are personal data. */
export const uploadFolder = () => path.resolve(env.DATA_DIR, 'uploads')
export const uploadPath = (id: string) => path.join(uploadFolder(), id)

export const removeUpload = (id: string) => rm(uploadPath(id), { force: true })

const DAY_MS = 86_400_000

/** How many days raw files, staged and rejected rows are kept: the Chamber's own choice. */
export async function keepDays(): Promise<number> {
  return (await chamberIn(db)).uploadDays
}

export async function keptUntil(): Promise<Date> {
  return new Date(Date.now() + (await keepDays()) * DAY_MS)
}
