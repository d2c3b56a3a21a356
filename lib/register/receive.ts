import 'server-only'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { db } from '@/lib/db'
import { queueJob } from '@/lib/jobs'
import { type Actor, permit } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import { keptUntil, removeUpload, uploadFolder, uploadPath } from '@/lib/register/raw-file'

type Upload = { id: string; name: string }

/** So often an upload says that it still comes in. */
const SIGN_MS = 5_000

/**
 * Takes a file in as it comes, whatever its size; once its bytes are here a job makes the dry run. The same id again
 * changes nothing. Refuses `registerUpload` where the connection breaks off, `registerDiskFull` where there is no room.
 */
export async function receiveRegister(
  actor: Actor,
  { id, name }: Upload,
  body: ReadableStream<Uint8Array> | null,
): Promise<{ id: string }> {
  permit(actor, 'register.import')
  const known = await db.registerImport.findUnique({ where: { id }, select: { id: true } })
  if (known) {
    await body?.cancel()
    return { id }
  }
  await db.registerImport.create({ data: { id, fileName: name, userId: actor.id } })
  await save(id, body)
  await db.$transaction(async (tx) => {
    await tx.registerImport.update({ where: { id }, data: { status: 'checking', keptUntil: await keptUntil() } })
    await queueJob(tx, 'register.check', { importId: id })
  })
  return { id }
}

async function save(id: string, body: ReadableStream<Uint8Array> | null) {
  await mkdir(uploadFolder(), { recursive: true, mode: 0o700 })
  let bytes = 0
  const counted = new Transform({
    transform(piece, _, done) {
      bytes += piece.length
      done(null, piece)
    },
  })
  const sign = setInterval(() => {
    db.registerImport.update({ where: { id }, data: { bytes } }).catch(() => undefined)
  }, SIGN_MS)
  try {
    const source = body ? Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]) : Readable.from([])
    await pipeline(source, counted, createWriteStream(uploadPath(id), { mode: 0o600 }))
    await db.registerImport.update({ where: { id }, data: { bytes } })
  } catch (error) {
    await removeUpload(id)
    const full = error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT'].includes(String(error.code))
    const refusal = { key: full ? 'registerDiskFull' : 'registerUpload', values: {} }
    await db.registerImport.update({
      where: { id },
      data: { status: 'interrupted', refusal, finishedAt: new Date() },
    })
    throw new Refusal(refusal.key)
  } finally {
    clearInterval(sign)
  }
}
