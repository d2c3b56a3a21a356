import 'server-only'
import { enterWaiting } from '@/lib/frames/mutations'
import type { JobName, Jobs } from '@/lib/jobs'
import { releaseOpenData } from '@/lib/open-data/mutations'
import { clearRegister } from '@/lib/register/clear'
import { sortAll } from '@/lib/register/sort'
import { applyImport, checkImport, undoImport } from '@/lib/register/work'
import { sendMorningMails } from '@/lib/reminders/morning'
import { clearSignIns } from '@/lib/users/sessions'

type Work<N extends JobName> = {
  run: (told: Jobs[N]) => Promise<unknown>
  /** When it runs by itself, as cron says it, in Italian time. */
  at?: string
}

/** What is done for each job. */
export const WORK: { [N in JobName]: Work<N> } = {
  'sign-ins.clear': { run: () => clearSignIns(), at: '10 3 * * *' },
  // Asked often, sent once: a server that starts at nine, or a post office that was away, still serves the morning.
  'reminders.morning': { run: () => sendMorningMails(), at: '*/10 7-11 * * *' },
  'open-data.release': { run: () => releaseOpenData(), at: '20 4 * * *' },
  'register.check': { run: ({ importId }) => checkImport(importId) },
  'register.apply': { run: ({ importId }) => applyImport(importId) },
  'register.undo': { run: ({ importId }) => undoImport(importId) },
  'sectors.sort': { run: () => sortAll() },
  'campaigns.enter': { run: ({ campaignId }) => enterWaiting(campaignId) },
  'register.clear': { run: () => clearRegister(), at: '20 3 * * *' },
}
