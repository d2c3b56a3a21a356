import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')

export default defineConfig({
  root,
  resolve: { alias: { '@': root, 'server-only': path.join(root, 'node_modules/server-only/empty.js') } },
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/integration/**/*.test.ts', 'tests/house.test.ts'],
    globalSetup: 'tests/support/global-setup.ts',
    setupFiles: 'tests/support/setup.ts',
    // An odd time zone on purpose: nothing may depend on where the server stands.
    env: {
      TZ: 'Pacific/Chatham',
      __NEXT_EXPERIMENTAL_AUTH_INTERRUPTS: 'true',
      // Never the folder of a demo that runs in the same checkout; tests/support/global-setup.ts clears it away.
      DATA_DIR: path.join(root, '.data/test', String(process.pid), 'files'),
    },
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
