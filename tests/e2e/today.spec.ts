import { expect, expectAccessible, signIn, test } from '@/tests/support/browser'

test('a promoter moves an appointment from the agenda', async ({ page }) => {
  await signIn(page, 'promoter2')
  const main = page.locator('main')
  await page.goto('/visits?mine=1')
  await expect(main.getByRole('heading', { level: 1, name: 'Visite' })).toBeVisible()
  await expectAccessible(page)
  await page.goto('/today')
  await main.getByRole('link', { name: 'Settimana seguente' }).click()
  await expect(main.getByRole('heading', { level: 1, name: 'Agenda' })).toBeVisible()
  const busy = main
    .getByRole('navigation', { name: 'Settimana' })
    .getByRole('link', { name: /(una visita|\d+ visite)$/ })
  await busy.first().click()
  await main.getByRole('button', { name: 'Sposta' }).click()
  const dialog = page.getByRole('dialog')
  await expectAccessible(page)
  await dialog.getByRole('spinbutton', { name: /^ora/i }).click()
  await page.keyboard.type('18')
  await dialog.getByRole('button', { name: 'Sposta l’appuntamento' }).click()
  await expect(page.getByText('Appuntamento spostato.')).toBeVisible()
  await expect(main.getByText(/^18:\d\d$/)).toBeVisible()
})
