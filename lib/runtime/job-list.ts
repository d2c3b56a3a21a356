import 'server-only'
import type { JobName, Jobs } from '@/lib/jobs'
import { clearSignIns } from '@/lib/users/sessions'

type Work<N extends JobName> = {
  run: (told: Jobs[N]) => Promise<unknown>
  /** When it runs by itself, as cron says it, in Italian time. */
  at?: string
}

/** What is done for each job. */
export const WORK: { [N in JobName]: Work<N> } = {
  'sign-ins.clear': { run: () => clearSignIns(), at: '10 3 * * *' },
}
