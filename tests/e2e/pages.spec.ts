import type { Page } from '@playwright/test'
import { awake, expect, expectAccessible, letIn, signIn, THEMES, test } from '@/tests/support/browser'

/** Every page of every role: seen on a desk and on a phone, in both themes and both languages. */
const PAGES = {
  promoter: [
    '/today',
    '/today?view=week',
    '/today?view=list&all=1',
    '/calls',
    '/visits',
    '/firms',
    '/firms?q=zzzz',
    '/needs',
    '/settings',
  ],
  manager: [
    '/insight',
    '/insight/report',
    '/report?chapter=ranking,sectors,digital',
    '/insight/firms?step=visited',
    '/campaigns',
    '/campaigns/new?strata=sector,size',
    '/campaigns/new?way=codes',
  ],
  // What else an office reads is what the others see.
  office: ['/needs'],
  admin: [
    ...['/register', '/register/history', '/register/corrections', '/campaigns'],
    ...[
      '/settings/users',
      '/settings/users/new',
      '/settings/chamber',
      '/settings/sectors',
      '/settings/ateco',
      '/settings/catalogues',
      '/settings/activity',
      '/settings/boundaries',
    ],
    ...['/settings/tokens', '/settings/api', '/settings/open-data'],
  ],
} as const

/** Pages of one thing, found through the list that leads to them. */
const INNER: Record<keyof typeof PAGES, Record<string, string>> = {
  promoter: {
    '/firms': 'main a[href^="/firms/"]',
    '/visits': 'main a[href^="/visits/"]',
    '/needs': 'main a[href^="/needs/"]',
  },
  manager: { '/campaigns': 'main a[href^="/campaigns/"]:not([href$="/new"])' },
  admin: {
    '/settings/users': 'main a[href^="/settings/users/"]:not([href$="/new"])',
    '/register/history': 'main a[href^="/register/0"]',
  },
  office: {},
}

const SCREEN = { width: 1440, height: 900 }
const TELEPHONE = { width: 390, height: 844 }

/** On a screen, then on a telephone, and back. */
async function inOrderEverywhere(page: Page) {
  await inOrder(page)
  await page.setViewportSize(TELEPHONE)
  // The colours of the dark are those of the screen.
  await inOrder(page, ['light'])
  await page.setViewportSize(SCREEN)
}

for (const [who, pages] of Object.entries(PAGES) as [keyof typeof PAGES, readonly string[]][]) {
  test(`${who} finds every page in order, on a screen and on a telephone`, async ({ page }) => {
    test.setTimeout(240_000)
    await page.setViewportSize(SCREEN)
    await letIn(page, who)
    for (const path of pages) {
      await page.goto(path)
      await inOrderEverywhere(page)
      const link = INNER[who][path]
      if (!link) continue
      await page.goto((await page.locator(link).first().getAttribute('href')) ?? '')
      await inOrderEverywhere(page)
    }
  })

  test(`${who} finds every page in English on a small phone`, async ({ page, context, baseURL }) => {
    test.slow()
    await page.setViewportSize({ width: 360, height: 740 })
    // Chosen before signing in: a browser that knows no language yet takes its person's.
    await context.addCookies([{ name: 'locale', value: 'en', url: baseURL ?? '' }])
    await letIn(page, who)
    for (const path of pages) {
      await page.goto(path)
      await expect(page.locator('html')).toHaveAttribute('lang', 'en')
      await settled(page)
      await fitsTheWidth(page)
    }
  })
}

test('a stranger finds the sign-in page in order', async ({ page }) => {
  await page.setViewportSize(SCREEN)
  await page.goto('/firms')
  await expect(page).toHaveURL(/sign-in/)
  await inOrderEverywhere(page)
})

test('an admin finds the columns of a file, and the way back, in order', async ({ page }) => {
  test.slow()
  await page.setViewportSize(SCREEN)
  await signIn(page, 'admin', '/register')
  const main = page.locator('main')
  // Every row is rejected: the other specs count the firms of the demo.
  const buffer = Buffer.from('DENOMINAZIONE;C-FISCALE\r\nFORNO LEPINO;\r\n')
  await main.locator('input[type=file]').setInputFiles({ name: 'ritorno.csv', mimeType: 'text/csv', buffer })
  await main.getByRole('link', { name: 'Cambia le colonne' }).click({ timeout: 30_000 })
  await expect(page).toHaveURL(/columns$/)
  await inOrderEverywhere(page)

  await page.goBack()
  await main.getByRole('button', { name: 'Importa', exact: true }).click()
  await expect(main.getByRole('heading', { name: 'Importazione completata' })).toBeVisible({ timeout: 30_000 })
  await main.locator('a[href$="/undo"]').click()
  await expect(main.getByRole('heading', { level: 1, name: 'Annulla l’importazione' })).toBeVisible()
  await inOrderEverywhere(page)
})

async function inOrder(page: Page, themes = THEMES) {
  await settled(page)
  await fitsTheWidth(page)
  await expectAccessible(page, themes)
}

/** The page's own heading is there and nothing is loading any more. */
async function settled(page: Page) {
  await expect(page.locator('h1:visible'), `one heading on ${page.url()}`).toHaveCount(1)
  await awake(page)
}

async function fitsTheWidth(page: Page) {
  const { wide, seen } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    seen: document.documentElement.clientWidth,
  }))
  expect(wide, `${page.url()} needs no scrolling sideways`).toBeLessThanOrEqual(seen)
}
