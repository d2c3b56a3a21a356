import 'server-only'
import { db } from '@/lib/db'
import { gate } from '@/lib/session'

/** People at the firm, in the order they were written down. */
export async function contactsOf(firmId: string) {
  await gate('firms.read')
  return db.contact.findMany({
    where: { firmId },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, role: true, phone: true, email: true, ageBand: true, version: true },
  })
}
export type FirmContact = Awaited<ReturnType<typeof contactsOf>>[number]
