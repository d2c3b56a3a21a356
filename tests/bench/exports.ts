import type { Visitor } from './browserless'
import { sleep } from './clock'
import { memoryOf } from './server'

/** Reads the file of all firms to its last byte: seconds, rows, and the most memory the server took above idle. */
export async function benchExport(manager: Visitor, pid: number, path: string) {
  await sleep(2000)
  const idle = memoryOf(pid)
  let peak = idle
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOf(pid))
  }, 20)
  const start = performance.now()
  const response = await manager.request(path)
  if (response.status !== 200 || !response.body) throw new Error(`${path} answered ${response.status}`)
  let rows = -1
  for await (const chunk of response.body) for (const byte of chunk) if (byte === 10) rows += 1
  clearInterval(watch)
  return { rows, seconds: (performance.now() - start) / 1000, memory: peak - idle }
}
