import { Refusal } from '@/lib/refusal'
import { markInterrupted } from '@/lib/register/interrupted'
import { takeTurn } from '@/lib/register/turn'

/**
 * Calls interrupted the import a killed process left in the middle. Where somebody holds the turn (the command line, a
 * second server), an import is going on and none was interrupted.
 */
export async function settleInterruptedImports(): Promise<void> {
  try {
    const client = await takeTurn()
    await markInterrupted(client).finally(() => client.end())
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}
