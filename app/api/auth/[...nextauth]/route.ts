import NextAuth from 'next-auth'
import { authOptions } from '@/lib/users/sign-in'

const answer = NextAuth(authOptions)

export { answer as GET, answer as POST }
