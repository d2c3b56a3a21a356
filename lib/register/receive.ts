import 'server-only'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { type Actor, permit } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import { importRegister } from '@/lib/register/import'
import { markInterrupted } from '@/lib/register/interrupted'
import { takeTurn } from '@/lib/register/turn'

/** Where uploads lie while they are read. */
export const uploadPath = (id: string) => path.resolve(env.DATA_DIR, 'uploads', id)

type Upload = { id: string; name: string }

/**
 * Takes a file in as it comes, whatever its size, and starts to import it; answers once the bytes are here. The turn is
 * taken first, so that nobody sends 100 MB in vain. The same id again changes nothing. Refuses `registerBusy`, and
 * `registerUpload` where the connection breaks off.
 */
export async function receiveRegister(
  actor: Actor,
  { id, name }: Upload,
  body: ReadableStream<Uint8Array> | null,
): Promise<{ id: string; work: Promise<void> }> {
  permit(actor, 'register.import')
  const known = await db.registerImport.findUnique({ where: { id }, select: { id: true } })
  if (known) {
    await body?.cancel()
    return { id, work: Promise.resolve() }
  }
  const client = await takeTurn()
  try {
    await markInterrupted(client)
    await db.registerImport.create({ data: { id, fileName: name, userId: actor.id } })
    await save(id, body)
  } catch (error) {
    await letGo(client, id)
    throw error
  }
  return { id, work: bringIn(client, actor, id, name) }
}

async function save(id: string, body: ReadableStream<Uint8Array> | null) {
  await mkdir(path.dirname(uploadPath(id)), { recursive: true })
  try {
    const source = body ? Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]) : Readable.from([])
    await pipeline(source, createWriteStream(uploadPath(id), { mode: 0o600 }))
  } catch {
    const refusal = { key: 'registerUpload', values: {} }
    await db.registerImport.update({
      where: { id },
      data: { status: 'interrupted', refusal, finishedAt: new Date() },
    })
    throw new Refusal('registerUpload')
  }
}

/** Never rejects: the import's row tells how it ended. What is not a refusal goes to the server's log as well. */
async function bringIn(client: Client, actor: Actor, id: string, fileName: string): Promise<void> {
  try {
    await importRegister(client, { id, path: uploadPath(id), fileName, userId: actor.id })
  } catch (error) {
    if (!(error instanceof Refusal)) console.error('Register import failed', id, error)
  } finally {
    await letGo(client, id)
  }
}

/** Files with 16-character codes are personal data: they go as soon as they are read. */
async function letGo(client: Client, id: string) {
  await rm(uploadPath(id), { force: true })
  await client.end().catch(() => undefined)
}
