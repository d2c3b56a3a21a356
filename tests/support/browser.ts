import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test as base, expect, type Page } from '@playwright/test'
import type { Result, RunOptions } from 'axe-core'
import { DEMO_PASSWORD } from '@/prisma/demo/people'

export { expect }

type Axe = typeof import('axe-core')

type Watched = {
  /** Messages a test provokes on purpose: `test.use({ allowedErrors: [/status of 403/] })`. */
  allowedErrors: RegExp[]
}

/** Playwright's test, which also fails on anything the browser's console calls an error. */
export const test = base.extend<Watched>({
  allowedErrors: [[], { option: true }],
  context: async ({ context, allowedErrors }, use) => {
    const errors: string[] = []
    const note = (message: string) => {
      if (!allowedErrors.some((pattern) => pattern.test(message))) errors.push(message)
    }
    context.on('console', (message) => {
      if (message.type() === 'error') note(`${message.text()} (${message.location().url})`)
    })
    context.on('weberror', (found) => note(String(found.error().stack ?? found.error())))
    await use(context)
    expect(errors, 'errors in the browser console').toEqual([])
  },
})

const ACCOUNTS = {
  promoter: 'promoter@demo.example',
  promoter2: 'promoter2@demo.example',
  manager: 'manager@demo.example',
  admin: 'admin@demo.example',
  office: 'office@demo.example',
}

/** Lets a person of the demo in without opening a page. The sign-in form has a spec of its own. */
export async function letIn(page: Page, who: keyof typeof ACCOUNTS): Promise<void> {
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json()
  const form = { csrfToken, email: ACCOUNTS[who], password: DEMO_PASSWORD, json: 'true' }
  const answer = await page.request.post('/api/auth/callback/credentials', { form })
  expect(answer.ok(), `sign-in of ${who} answers ${answer.status()}`).toBe(true)
}

/** Signs a person of the demo in and opens a page, which is their first one unless told otherwise. */
export async function signIn(page: Page, who: keyof typeof ACCOUNTS, address = '/'): Promise<void> {
  await letIn(page, who)
  await page.goto(address)
  await expect(page, `${who} is signed in`).not.toHaveURL(/sign-in/)
}

/**
 * Waits until everything of the page has come and it answers to keys and clicks: React has taken hold of whatever can
 * be pressed, and the browser has nothing left to do. It asks for no frame, and for idle time only so long: once in
 * hundreds of changes of its window's size a browser without a screen, on a busy machine, gave neither for minutes.
 */
export async function awake(page: Page): Promise<void> {
  const isAwake = () => {
    const shown = (selector: string) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility())
    const held = (one: Element) => Object.keys(one).some((key) => key.startsWith('__reactFiber$'))
    if (document.readyState !== 'complete' || document.fonts.status !== 'loaded') return false
    // The second is a skeleton.
    if (shown('main [aria-busy="true"], main .animate-appear').length > 0) return false
    return shown('a, button, input, select, textarea').every(held)
  }
  await page.waitForFunction(isAwake, undefined, { polling: 50 })
  // What listens once it is held, and is drawn only then.
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 1000 })))
}

/** The rules of axe's standard set that concern colours. */
const COLOURS = ['color-contrast', 'link-in-text-block']
export const THEMES = ['light', 'dark']
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Scans the page as it stands, or one part of it, with axe, in light, and for its colours in dark too, and puts the theme
 * back.
 */
export async function expectAccessible(page: Page, themes = THEMES, part?: string): Promise<void> {
  // Reading it takes the browser longer than a scan of a small page: once a page is enough.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const before = await page.evaluate(() => document.documentElement.dataset.theme ?? '')
  const found: string[] = []
  for (const theme of themes) {
    await wear(page, theme)
    for (const { id, help, nodes } of await violations(page, theme, part)) {
      const places = nodes.map((node) => `    ${node.target.join(' ')}`).join('\n')
      found.push(`${theme}: ${id} (${help})\n${places}`)
    }
  }
  await wear(page, before)
  expect(found.join('\n'), `axe on ${page.url()}`).toBe('')
}

async function violations(page: Page, theme: string, part: string | undefined): Promise<Result[]> {
  // React Aria speaks through nodes it leaves in its announcer for a few seconds, their label already gone.
  const context = { ...(part && { include: [part] }), exclude: ['[data-live-announcer]'] }
  // The elements are the same in both themes; only what concerns their colours can differ.
  const colours: RunOptions = theme === 'dark' ? { runOnly: { type: 'rule', values: COLOURS } } : {}
  const options: RunOptions = { resultTypes: ['violations'], ...colours }
  return await page.evaluate(
    async ([where, how]) => (await (window as unknown as { axe: Axe }).axe.run(where, how)).violations,
    [context, options] as const,
  )
}

/** Buttons that show the theme have learnt of it before the browser takes its next task. */
async function wear(page: Page, theme: string) {
  await page.evaluate((name) => {
    if (name) document.documentElement.dataset.theme = name
    else delete document.documentElement.dataset.theme
  }, theme)
}
