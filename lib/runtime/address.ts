import net from 'node:net'
import { codeOf, StartProblem } from '@/lib/runtime/problem'

export type Address = { host: string; port: number }

/** Where to serve: HOST and PORT, else 127.0.0.1:3000; PORT=0 means any free one. Throws where the port is taken. */
export async function freeAddress(): Promise<Address> {
  const host = process.env.HOST || '127.0.0.1'
  const wanted = process.env.PORT || '3000'
  const port = Number(wanted)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartProblem(`PORT is "${wanted}"; it must be a number from 0 to 65535.`)
  }
  return { host, port: await tryPort(host, port) }
}

/** The port, found free a moment ago. */
function tryPort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', (error) => reject(new StartProblem(sentenceFor(codeOf(error), host, port))))
    probe.listen(port, host, () => {
      const bound = probe.address()
      probe.close(() => resolve(typeof bound === 'object' && bound ? bound.port : port))
    })
  })
}

function sentenceFor(code: string, host: string, port: number) {
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program; choose one with PORT=… .`
  if (code === 'EACCES') return `Port ${port} may only be opened by root; choose one above 1023 with PORT=… .`
  return `${host}:${port} cannot be opened (${code}).`
}
