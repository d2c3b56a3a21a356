import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import { env } from '@/lib/env'

/** How long a mail server has to answer before it counts as away. */
const PATIENCE_MS = 15_000

export type Letter = { to: string; subject: string; text: string; html: string; messageId: string }

/**
 * How a letter went. `later`: the server put it off (RFC 5321, codes 4yz) and certainly took nothing. `lost`: it refused
 * for good (5yz), or the line broke with the letter in its hands, which may have gone out.
 */
export type Posted = { outcome: 'sent' } | { outcome: 'later' | 'lost'; code: string }

/** Whether this server can send e-mail at all. */
export const canPost = () => Boolean(env.SMTP_URL && env.SMTP_FROM)

export type Post = {
  /** Throws where nobody answers, or our name and password are not taken. */
  greet(): Promise<unknown>
  send(letter: Letter): Promise<Posted>
  close(): void
}

/** The mail server of SMTP_URL; null where none is set. Close it when done. */
export function openPost(): Post | null {
  if (!canPost()) return null
  const timeouts = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS }
  const transport = createTransport({ url: env.SMTP_URL, ...timeouts })
  return {
    greet: () => transport.verify(),
    send: (letter) => send(transport, letter),
    close: () => transport.close(),
  }
}

async function send(transport: Transporter, letter: Letter): Promise<Posted> {
  try {
    await transport.sendMail({ from: env.SMTP_FROM, ...letter, headers: { 'Auto-Submitted': 'auto-generated' } })
    return { outcome: 'sent' }
  } catch (error) {
    const { responseCode = 0 } = error as { responseCode?: number }
    const isPutOff = responseCode >= 400 && responseCode < 500
    return { outcome: isPutOff ? 'later' : 'lost', code: `${codeOf(error)} ${responseCode || ''}`.trim() }
  }
}

/** The short name of what went wrong: the message itself may hold addresses. */
export const codeOf = (error: unknown): string => (error as { code?: string }).code ?? 'unknown'
