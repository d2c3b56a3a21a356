import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pg-copy-streams', '@prisma/client', '@prisma/adapter-pg'],
  experimental: { authInterrupts: true },
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
