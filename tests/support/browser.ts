import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { DEMO_PASSWORD } from '@/prisma/demo/people'

export { expect }

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

/** Signs a person of the demo in and opens their first page. The sign-in form has a spec of its own. */
export async function signIn(page: Page, who: keyof typeof ACCOUNTS): Promise<void> {
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json()
  const form = { csrfToken, email: ACCOUNTS[who], password: DEMO_PASSWORD, json: 'true' }
  const answer = await page.request.post('/api/auth/callback/credentials', { form })
  expect(answer.ok(), `sign-in of ${who} answers ${answer.status()}`).toBe(true)
  await page.goto('/')
  await expect(page, `${who} is signed in`).not.toHaveURL(/sign-in/)
}

/** The rules of axe's standard set that concern colours. */
const COLOURS = ['color-contrast', 'link-in-text-block']
export const THEMES = ['light', 'dark']

/**
 * Scans the page as it stands, or one part of it, with axe, in light, and for its colours in dark too, and puts the theme
 * back.
 */
export async function expectAccessible(page: Page, themes = THEMES, part?: string): Promise<void> {
  const before = await page.evaluate(() => document.documentElement.dataset.theme ?? '')
  const found: string[] = []
  for (const theme of themes) {
    await wear(page, theme)
    // React Aria speaks through nodes it leaves in its announcer for a few seconds, their label already gone.
    const scan = new AxeBuilder({ page }).exclude('[data-live-announcer]').options({ resultTypes: ['violations'] })
    if (part) scan.include(part)
    // In the page itself rather than by way of a second one: there are no frames of strangers to look into.
    scan.setLegacyMode()
    // The elements are the same in both themes; only what concerns their colours can differ.
    const { violations } = await (theme === 'dark' ? scan.withRules(COLOURS) : scan).analyze()
    for (const { id, help, nodes } of violations) {
      const places = nodes.map((node) => `    ${node.target.join(' ')}`).join('\n')
      found.push(`${theme}: ${id} (${help})\n${places}`)
    }
  }
  await wear(page, before)
  expect(found.join('\n'), `axe on ${page.url()}`).toBe('')
}

async function wear(page: Page, theme: string) {
  await page.evaluate((name) => {
    if (name) document.documentElement.dataset.theme = name
    else delete document.documentElement.dataset.theme
  }, theme)
  // Colours that fade from one theme to the other would be measured half way.
  await page.evaluate(async () => {
    for (const animation of document.getAnimations())
      if (animation.effect?.getTiming().iterations === 1) animation.finish()
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  })
}
