import type { Route } from 'next'
import type { Role } from '@/prisma/client/enums'

const FIRST_PAGES: Record<Role, string> = {
  promoter: '/today',
  manager: '/insight',
  office: '/needs',
  admin: '/register',
}

/** Where each role begins its day. */
export function firstPage(role: Role): Route {
  return FIRST_PAGES[role] as Route
}
