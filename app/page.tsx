import { redirect } from 'next/navigation'
import { firstPage } from '@/components/shell/first-page'
import { gate } from '@/lib/session'

/** Each role begins on its own page. */
export default async function HomePage() {
  const actor = await gate()
  redirect(firstPage(actor.role))
}
