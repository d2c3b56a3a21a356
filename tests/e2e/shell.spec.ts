import { awake, expect, expectAccessible, signIn, test } from '@/tests/support/browser'

test('switching the language keeps the page and what was typed', async ({ page }) => {
  await signIn(page, 'manager', '/firms?young=1')
  const search = page.getByRole('searchbox', { name: 'Cerca impresa, partita IVA' }).first()
  await search.fill('agro')
  await page.getByRole('banner').getByRole('button', { name: 'EN, English' }).first().click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page).toHaveURL(/\/firms\?young=1/)
  await expect(page.locator('#firm-search')).toHaveValue('agro')
  await page.getByRole('banner').getByRole('button', { name: 'IT, Italiano' }).first().click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'it')
})

test('the theme is kept, also after a reload', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await signIn(page, 'admin')
  await page.getByRole('button', { name: 'Passa al tema scuro' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect
    .poll(async () => (await page.context().cookies()).find(({ name }) => name === 'theme')?.value)
    .toBe('dark')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: 'Passa al tema chiaro' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})

test('the first tab stop leads to the content', async ({ page }) => {
  await signIn(page, 'manager')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Vai al contenuto' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
})

test('a firm is searched from anywhere without the mouse', async ({ page }) => {
  await signIn(page, 'promoter')
  await awake(page)
  await page.keyboard.press('Control+k')
  await expect(page.locator('#firm-search')).toBeFocused()
  await page.keyboard.type('agro')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/firms\?q=agro/)
})

test('the question mark shows the shortcuts, except inside a field', async ({ page }) => {
  await signIn(page, 'promoter')
  const list = page.getByRole('dialog', { name: 'Scorciatoie da tastiera' })
  await awake(page)
  await page.keyboard.press('?')
  await expect(list).toBeVisible()
  for (const part of ['In ogni pagina', 'Alle chiamate', 'Nell’agenda'])
    await expect(list.getByRole('heading', { name: part })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('on a phone the pages are at the thumb, the rest behind "Altro"', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn(page, 'promoter')
  const bar = page.getByRole('navigation', { name: 'Principale' })
  await expect(bar.getByRole('link')).toHaveText(['Oggi', 'Chiamate', 'Visite'])
  await expect(bar.getByRole('link', { name: 'Oggi' })).toHaveAttribute('aria-current', 'page')
  await bar.getByRole('button', { name: 'Altro' }).click()
  await page.getByRole('dialog', { name: 'Altro' }).getByRole('link', { name: 'Imprese' }).click()
  await expect(page).toHaveURL(/\/firms/)
  // Seen by a screen reader too once the dialog has let go of the page.
  await expect(page.getByRole('heading', { level: 1, name: 'Imprese' })).toBeVisible()
  await awake(page)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(360)
  await expectAccessible(page)
})

test.describe('a page that is not there', () => {
  test.use({ allowedErrors: [/404/] })
  test('says so in plain words', async ({ page }) => {
    await signIn(page, 'manager', '/non-esiste')
    await expect(page.getByRole('heading', { level: 1, name: 'Questa pagina non c’è' })).toBeVisible()
  })
})
