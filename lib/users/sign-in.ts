import 'server-only'
import type { AuthOptions } from 'next-auth'
import type { JWT } from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import { addressOf } from '@/lib/users/address'
import { SESSION_SECONDS } from '@/lib/users/rules'
import { credentials } from '@/lib/users/schema'
import { signIn, signOut } from '@/lib/users/sessions'

declare module 'next-auth' {
  interface User {
    sessionId: string
  }
  interface Session {
    /** The row of sign_in_session; absent where the sign-in is older than it may be. */
    sessionId?: string
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sessionId?: string
    /** Epoch milliseconds: next-auth renews the token's own dates whenever it is read. */
    signedInAt?: number
  }
}

/** The session a cookie names, as long as the sign-in is not older than it may be. */
export function sessionNamedBy(token: JWT | null): string | undefined {
  const fresh = Date.now() - (token?.signedInAt ?? 0) < SESSION_SECONDS * 1000
  return fresh ? token?.sessionId : undefined
}

/**
 * How next-auth signs people in: a signed cookie that names a row of sign_in_session, and nothing else of the person.
 * Used by lib/session.ts and the route app/api/auth alone. See lib/decisions/005-sign-in.md.
 */
export const authOptions: AuthOptions = {
  // Under https the cookie is `secure`; httpOnly and sameSite=lax are next-auth's own defaults.
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    Credentials({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      async authorize(typed, request) {
        const input = credentials.safeParse(typed)
        if (!input.success) return null
        const answer = await signIn({ ...input.data, address: addressOf(request.headers) || null })
        // next-auth gives the page nothing but the text of an error.
        if (answer.outcome === 'slowed') throw new Error(`slowed:${answer.seconds}`)
        return answer.outcome === 'signedIn' ? { id: answer.userId, sessionId: answer.sessionId } : null
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sessionId: user.sessionId, signedInAt: Date.now() } : token),
    session: ({ session, token }) => ({ expires: session.expires, sessionId: sessionNamedBy(token) }),
  },
  events: {
    async signOut({ token }) {
      if (token?.sessionId) await signOut(token.sessionId)
    },
  },
}
