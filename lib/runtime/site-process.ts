import { type Answer, Line } from '@/lib/evidence/line'
import { giveUp } from '@/lib/runtime/problem'
import { openSite } from '@/lib/runtime/site'

/** One of the processes that serve the pages. Its parent alone says when it ends, also after a Ctrl-C to the group. */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})

const { host, port, proxied } = JSON.parse(process.env.SITE ?? '{}')

/** The figures come from who is asked by the parent. */
const figures = new Line((question) => process.send?.(question))

async function serve() {
  const site = await openSite({ host, port }, { dev: false, proxied, figures })
  process.on('message', async (word: 'close' | Answer) => {
    if (word !== 'close') return figures.hear(word)
    await site.close()
    process.exit(0)
  })
  process.send?.('open')
}

serve().catch(giveUp)
