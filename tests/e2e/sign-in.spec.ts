import { DEMO_PASSWORD } from '@/prisma/demo/people'
import { expect, expectAccessible, signIn, test } from '@/tests/support/browser'

test.describe('signing in', () => {
  // Chromium calls the refused password an error of the page.
  test.use({ allowedErrors: [/status of 401/] })

  test('a wrong password says so and keeps the e-mail, the right one opens the first page', async ({ page }) => {
    await page.goto('/insight')
    await expect(page).toHaveURL(/sign-in/)
    const main = page.locator('main')
    await main.getByLabel('E-mail').fill('manager@demo.example')
    await main.getByLabel('Password').fill('sbagliata')
    await main.getByRole('button', { name: 'Accedi' }).click()
    await expect(main.getByRole('alert')).toBeFocused()
    await expect(main.getByRole('alert')).toContainText('E-mail o password non corrette.')
    await expect(main.getByLabel('E-mail')).toHaveValue('manager@demo.example')
    await expectAccessible(page)

    await main.getByLabel('Password').fill(DEMO_PASSWORD)
    await main.getByLabel('Password').press('Enter')
    await expect(page).toHaveURL(/\/insight$/)

    await page.goto('/sign-in')
    await expect(page, 'who is signed in has no business there').not.toHaveURL(/sign-in/)
  })
})

test('an empty form says what is missing', async ({ page }) => {
  await page.goto('/sign-in')
  const main = page.locator('main')
  await main.getByRole('button', { name: 'Accedi' }).click()
  await expect(main.getByRole('alert')).toContainText('Scrivi e-mail e password.')
  await main
    .getByRole('alert')
    .getByRole('link', { name: /E-mail/ })
    .click()
  await expect(main.getByLabel('E-mail')).toBeFocused()
})

for (const [who, first] of [
  ['promoter', '/today'],
  ['manager', '/insight'],
  ['office', '/needs'],
  ['admin', '/register'],
] as const) {
  test(`the ${who} begins at ${first}`, async ({ page }) => {
    await signIn(page, who)
    await expect(page).toHaveURL(new RegExp(`${first}$`))
  })
}

test('signing out makes the next request a stranger’s, also where the cookie was kept', async ({ page, context }) => {
  await signIn(page, 'manager')
  const cookies = await context.cookies()
  await page
    .getByRole('banner')
    .getByRole('button', { name: /Elena Marchetti/ })
    .click()
  await page.getByRole('button', { name: 'Esci' }).click()
  await expect(page).toHaveURL(/sign-in/)
  await context.addCookies(cookies)
  await page.goto('/insight')
  await expect(page).toHaveURL(/sign-in/)
})

test('a stranger is led back to the page they wanted', async ({ page }) => {
  await page.goto('/firms?q=orsini')
  await expect(page).toHaveURL(/sign-in/)
  const main = page.locator('main')
  await main.getByLabel('E-mail').fill('manager@demo.example')
  await main.getByLabel('Password').fill(DEMO_PASSWORD)
  await main.getByRole('button', { name: 'Accedi' }).click()
  await expect(page).toHaveURL(/\/firms\?q=orsini$/)
})
