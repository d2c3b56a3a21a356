import type { Visitor } from './browserless'
import { sleep } from './clock'
import { memoryOf } from './server'

/**
 * Reads a file to its last byte: seconds, rows, the most memory the server took above idle in MB, and how much more of
 * it in the second half of the rows than in the first: what a longer file would take more.
 */
export async function benchExport(manager: Visitor, pid: number, path: string) {
  await sleep(2000)
  const idle = memoryOf(pid)
  const peaks: number[] = []
  const watch = setInterval(() => {
    peaks.push(memoryOf(pid))
  }, 20)
  const start = performance.now()
  const response = await manager.request(path)
  if (response.status !== 200 || !response.body) throw new Error(`${path} answered ${response.status}`)
  let rows = -1
  for await (const chunk of response.body) for (const byte of chunk) if (byte === 10) rows += 1
  clearInterval(watch)
  const [before, after] = [peaks.slice(0, peaks.length / 2), peaks.slice(peaks.length / 2)].map((half) =>
    Math.max(idle, ...half),
  )
  const [memory, growth] = [Math.max(before ?? 0, after ?? 0) - idle, (after ?? 0) - (before ?? 0)]
  return { rows, seconds: (performance.now() - start) / 1000, memory, growth }
}
