import { Outcome } from '@/components/register/outcome'
import { latestEnded } from '@/lib/register/queries'

/** What came of the last import, while none is running. */
export async function LatestOutcome() {
  const row = await latestEnded()
  return row && <Outcome row={row} />
}
