import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGS, findChromium } from '../tests/support/chromium'

const root = path.resolve(import.meta.dirname, '..')
const port = process.env.PORT ?? '3111'
const chromium = process.env.CHROMIUM_PATH ? process.env.CHROMIUM_PATH : findChromium().path

export default defineConfig({
  testDir: path.join(root, 'tests/e2e'),
  outputDir: path.join(root, 'test-results/e2e'),
  // One after the other: the specs share the demo's people, and two promoters' desks are part of what is tested.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: path.join(root, 'test-results/playwright.json') }]],
  use: {
    baseURL: process.env.BASE_URL ?? `http://127.0.0.1:${port}`,
    browserName: 'chromium',
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 20_000,
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: chromium, args: CHROMIUM_ARGS },
    // A trace of every test costs a fifth of the time: `--trace on` asks for one.
    screenshot: 'only-on-failure',
  },
  // The demo server as a user starts it, with data of its own; BASE_URL takes one that runs already.
  webServer: process.env.BASE_URL
    ? undefined
    : {
        command: 'npm run --silent demo',
        cwd: root,
        url: `http://127.0.0.1:${port}/api/health`,
        env: { PORT: port, DATA_DIR: process.env.E2E_DATA_DIR ?? path.join(root, '.data/e2e'), DATABASE_URL: '' },
        timeout: 300_000,
        stdout: 'pipe',
        gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
      },
})
