import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A real SMTP server on this machine that keeps what it gets. `answer` is what it says to a letter: none is yes. */
export async function openPostOffice(port = 0) {
  const letters: ParsedMail[] = []
  const office = {
    letters,
    answer: undefined as { responseCode: number; message: string } | 'hang up' | undefined,
    close,
  }
  const server: SMTPServer = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    async onData(stream, _, done) {
      const letter = await simpleParser(stream)
      if (office.answer === 'hang up') {
        letters.push(letter)
        for (const line of lines) line.destroy()
        return
      }
      if (office.answer) return done(Object.assign(new Error(office.answer.message), office.answer))
      letters.push(letter)
      done()
    },
  })
  const lines = new Set<Socket>()
  server.server.on('connection', (line: Socket) => void lines.add(line))
  server.on('error', () => {})
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  function close() {
    return new Promise<void>((closed) => server.close(() => closed()))
  }
  return Object.assign(office, { port: (server.server.address() as AddressInfo).port })
}
