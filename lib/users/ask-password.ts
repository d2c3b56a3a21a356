import { text } from 'node:stream/consumers'
import { generatePassword } from '@/lib/users/rules'

/** `made`: nobody typed it, so it must be shown, once. */
export type GivenPassword = { password: string; made: boolean }

/**
 * The password for the command line: from standard input where that is asked for, typed without echo at a terminal
 * (nothing typed: made), else made.
 */
export async function askPassword(fromStdin: boolean): Promise<GivenPassword> {
  if (fromStdin) return { password: (await text(process.stdin)).replace(/\r?\n$/, ''), made: false }
  if (!process.stdin.isTTY) return { password: generatePassword(), made: true }
  const password = await typeUnseen('Password (leave empty to have one made): ')
  if (!password) return { password: generatePassword(), made: true }
  if (password !== (await typeUnseen('The same again: '))) throw new Error('The two passwords are not the same.')
  return { password, made: false }
}

const ENTER = ['\r', '\n', '\u0004']
const BACKSPACE = ['\u007f', '\b']
const INTERRUPT = '\u0003'

function typeUnseen(question: string): Promise<string> {
  const { stdin, stdout } = process
  stdout.write(question)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  return new Promise((resolve) => {
    let typed = ''
    const leave = () => {
      stdin.off('data', read)
      stdin.setRawMode(false)
      stdin.pause()
      stdout.write('\n')
    }
    const read = (chunk: Buffer | string) => {
      for (const key of String(chunk)) {
        if (key === INTERRUPT) {
          leave()
          process.exit(130)
        }
        if (ENTER.includes(key)) {
          leave()
          return resolve(typed)
        }
        typed = BACKSPACE.includes(key) ? typed.slice(0, -1) : typed + key
      }
    }
    stdin.on('data', read)
  })
}
