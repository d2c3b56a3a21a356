import path from 'node:path'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const development = process.env.NODE_ENV === 'development'

// Next writes inline scripts of its own; React's hot reloading needs eval.
const policy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "frame-ancestors 'none'",
  "form-action 'self'",
  "base-uri 'self'",
  "object-src 'none'",
].join('; ')

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  // The proxy in front compresses: it does so off the thread that draws the pages.
  compress: false,
  serverExternalPackages: [
    '@node-rs/argon2',
    'pg',
    'pg-copy-streams',
    '@prisma/client',
    '@prisma/adapter-pg',
    'pdfmake',
    'docx',
  ],
  turbopack: {
    rules: { '**/private/**/intlStrings.mjs': { loaders: [path.resolve('.config/kept-languages.cjs')] } },
  },
  experimental: { authInterrupts: true },
  // A browser asks for it where the page's own icon has not come yet.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'Content-Security-Policy', value: policy },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
      ],
    },
  ],
}

// Texts are read once, at the build: neither a page nor the browser has to parse them again.
const withTexts = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  experimental: {
    messages: { path: ['./lib/i18n/it', './lib/i18n/en'], format: 'json', locales: ['it', 'en'], precompile: true },
  },
})

export default withTexts(config)
