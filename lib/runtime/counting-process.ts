import { countInThreads } from '@/lib/evidence/counting-threads'
import { type Question, reply } from '@/lib/evidence/line'

/** The process of `CountingProcess`. Its parent alone says when it ends, by cutting the line, also after a Ctrl-C to the group. */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})

const figures = countInThreads(() => process.exit(1))

process.on('message', async (question: Question) => process.send?.(await reply(figures, question)))
process.on('disconnect', () => process.exit(0))
// Cut before this was listening.
if (!process.connected) process.exit(0)
