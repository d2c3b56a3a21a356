import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A process that ends by itself is replaced after this pause, so that one that cannot run does not keep a core busy. */
const PAUSE_MS = 2_000

/** Jobs go through much that is soon of no use: clearing it away often keeps the process small, and costs little. */
const YOUNG = '--max-semi-space-size=8'

/** Does the jobs in a process of their own: an import of half a million rows takes nothing from the pages. */
export async function openJobs(): Promise<{ close(): Promise<void> }> {
  let closing = false
  let current: ChildProcess

  const open = () => {
    const child = fork(path.resolve('lib/runtime/jobs-process.ts'), {
      execArgv: ['--conditions=react-server', '--import', 'tsx', YOUNG],
    })
    child.once('exit', async () => {
      if (closing) return
      console.warn('The process that does the jobs ended unexpectedly; starting another.')
      await sleep(PAUSE_MS)
      if (!closing) current = open()
    })
    return child
  }
  current = open()
  await Promise.race([once(current, 'message'), once(current, 'exit')])
  const close = async () => {
    closing = true
    if (current.exitCode !== null || !current.connected) return
    const ended = once(current, 'exit')
    current.send('close')
    await ended
  }
  return { close }
}
