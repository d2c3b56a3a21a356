import { expect, expectAccessible, signIn, test } from '@/tests/support/browser'

test('a manager makes a campaign, pauses it and closes it', async ({ page }) => {
  await signIn(page, 'manager')
  await page.goto('/campaigns')
  const main = page.locator('main')
  await expect(main.getByRole('heading', { level: 1, name: 'Campagne' })).toBeVisible()
  await expectAccessible(page)

  await main.getByRole('link', { name: 'Nuova campagna' }).click()
  const name = `Straniere ${Date.now()}`
  await main.getByLabel('Nome').fill(name)
  await main.getByRole('button', { name: 'Straniera' }).click()
  await expect(page).toHaveURL(/foreign=1/)
  await expect(main.getByText(/impres[ae] in lista/)).toBeVisible()
  await expect(main.getByLabel('Nome')).toHaveValue(name)
  await expectAccessible(page)
  await main.getByRole('button', { name: 'Crea la campagna' }).click()
  await expect(main.getByRole('alert')).toContainText('Imprese da contattare')
  for (const [part, digits] of [
    ['giorno', '31'],
    ['mese', '12'],
    ['anno', '2027'],
  ] as const) {
    await main.getByRole('group', { name: 'Fine' }).getByRole('spinbutton', { name: part }).pressSequentially(digits)
  }
  await main.getByLabel('Imprese da contattare').fill('100')
  await main.getByLabel('Imprese da visitare').fill('20')
  await main.getByRole('button', { name: 'Crea la campagna' }).click()

  await expect(main.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(main.getByText('Aperta', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await main.getByRole('button', { name: 'Metti in pausa' }).click()
  await expect(main.getByText('In pausa', { exact: true })).toBeVisible()
  await main.getByRole('button', { name: 'Chiudi' }).click()
  await page
    .getByRole('alertdialog', { name: /^Chiudere/ })
    .getByRole('button', { name: 'Chiudi' })
    .click()
  await expect(main.getByText('Chiusa', { exact: true })).toBeVisible()
})
