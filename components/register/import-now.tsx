import { ImportPanel } from '@/components/register/import-panel'
import { Messages } from '@/components/ui/messages'
import { runningImport } from '@/lib/register/queries'

/** The import under way, or the place to begin one. */
export async function ImportNow() {
  const running = await runningImport()
  return (
    <Messages pick={['register', 'refusals']}>
      <ImportPanel key={running?.id ?? 'idle'} running={running} />
    </Messages>
  )
}
