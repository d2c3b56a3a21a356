import { z } from 'zod'
import { Problem } from '@/lib/api/problem'

const inside = z.tuple([z.string(), z.uuid()])

/** The mark after a row, opaque to whoever carries it: only its own resource reads it. */
export function cursorAfter(resource: string, id: string): string {
  return Buffer.from(JSON.stringify([resource, id])).toString('base64url')
}

/** The id a mark stands for. Throws Problem `invalidParameters` where it was not made for this resource. */
export function readCursor(resource: string, cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined
  try {
    const [of, id] = inside.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    if (of === resource) return id
  } catch {}
  const errors = [{ parameter: 'cursor', message: 'not the `next` of an answer of this resource' }]
  throw new Problem('invalidParameters', 'The cursor is not valid here.', { errors })
}
