import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '@/lib/permissions'
import { receiveRegister } from '@/lib/register/receive'

/** A process that takes an upload in, one line after the other, until somebody kills it: `ID ACTOR-AS-JSON`. */
const [id = '', actor = '{}'] = process.argv.slice(2)

const body = new ReadableStream<Uint8Array>({
  async pull(controller) {
    await sleep(20)
    controller.enqueue(new TextEncoder().encode('DENOMINAZIONE;C-FISCALE\n'))
    process.send?.('more')
  },
})
await receiveRegister(JSON.parse(actor) as Actor, { id, name: 'slow.csv' }, body)
