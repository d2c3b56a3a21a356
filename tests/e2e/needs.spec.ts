import { expect, expectAccessible, signIn, test } from '@/tests/support/browser'

test('an office takes up a need and answers it', async ({ page }) => {
  test.slow()
  await signIn(page, 'office', '/needs?status=referred')
  const main = page.locator('main')
  await expect(main.getByRole('heading', { level: 1, name: 'Bisogni da seguire' })).toBeVisible()
  await expectAccessible(page)
  await main.getByRole('row').last().getByRole('link').click()
  await expect(main.getByRole('button', { name: 'Prendi in carico' })).toBeVisible()
  await expectAccessible(page)
  await main.getByRole('button', { name: 'Prendi in carico' }).click()
  await main.getByRole('button', { name: 'Segna soddisfatto' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Risposta all’impresa').fill('Garanzia concessa')
  await dialog.getByRole('button', { name: 'Segna soddisfatto' }).click()
  await expect(main.getByText('Garanzia concessa').first()).toBeVisible()
  await expect(main.getByRole('button', { name: 'Riprendi in carico' })).toBeVisible()
})
