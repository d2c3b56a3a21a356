import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { ASKED } from '@/lib/asked'
import type { Figures } from '@/lib/evidence/counter'
import type { Address } from '@/lib/runtime/address'
import { codeOf, StartProblem } from '@/lib/runtime/problem'

/** An upload of a whole register over a slow line takes longer than Node's five minutes. */
const LONGEST_REQUEST_MS = 3_600_000

/**
 * Serves the pages in this process, with the figures of who is told to count, or counted here. `close` takes no new
 * requests, lets the running ones finish for some seconds and returns.
 */
export async function openSite(
  { host, port }: Address,
  { dev, proxied, figures }: { dev: boolean; proxied: boolean; figures?: Figures },
): Promise<{ close(): Promise<void> }> {
  const { default: next } = await import('next')
  const server = createServer({ requestTimeout: LONGEST_REQUEST_MS, keepAliveTimeout: 65_000 })
  const app = next({ dev, dir: process.cwd(), hostname: host, port, httpServer: server })
  await app.prepare()
  if (figures) (await import('@/lib/evidence/figures')).countIn(figures)
  const answer = app.getRequestHandler()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!proxied) forgetForwarding(request)
    request.headers[ASKED] = request.url
    void answer(request, response)
  })
  await listen(server, host, port)
  return {
    close: async () => {
      await drain(server, dev ? 300 : 10_000)
      await app.close()
    },
  }
}

/** Without a proxy in front nobody but a forger sends these, and the brake on sign-in counts by address. */
function forgetForwarding(request: IncomingMessage) {
  for (const name of Object.keys(request.headers)) {
    if (name === 'forwarded' || name.startsWith('x-forwarded-') || name === 'x-real-ip') delete request.headers[name]
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new StartProblem(`${host}:${port} cannot be opened (${codeOf(error)}).`)))
    server.listen(port, host, resolve)
  })
}

async function drain(server: Server, patience: number) {
  let closed = false
  server.close(() => {
    closed = true
  })
  const deadline = Date.now() + patience
  while (!closed && Date.now() < deadline) {
    server.closeIdleConnections()
    await sleep(25)
  }
  server.closeAllConnections()
}
