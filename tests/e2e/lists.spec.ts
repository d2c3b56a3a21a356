import { expect, expectAccessible, signIn, test } from '@/tests/support/browser'

// The lists are the whole Chamber's: what a test changes it puts back.
test.describe.configure({ mode: 'default' })

test('an admin edits the sectors, sees what would move, and moves it', async ({ page }) => {
  await signIn(page, 'admin', '/settings/sectors')
  const main = page.locator('main')
  const furniture = main.getByRole('listitem', { name: 'Mobile', exact: true })
  const prefixes = furniture.getByLabel('Prefissi ATECO 2025')
  const before = await prefixes.inputValue()

  await prefixes.fill('trentuno')
  await main.getByRole('button', { name: 'Mostra che cosa si sposta' }).click()
  await expect(prefixes).toHaveAttribute('aria-invalid', 'true')

  // Hairdressers join furniture, and go back.
  await prefixes.fill(`${before}, 96.02`)
  await main.getByRole('button', { name: 'Mostra che cosa si sposta' }).click()
  await expect(main.getByRole('heading', { name: 'Che cosa si sposta' })).toBeVisible()
  await expect(main.getByRole('status').getByText('Mobile', { exact: true }).first()).toBeVisible()
  await expectAccessible(page)
  await main.getByRole('button', { name: /^Salva e sposta/ }).click()
  await expect(page.getByText(/^Settori salvati: .* spostat[ae]\./)).toBeVisible()
  await page.reload()
  await expect(prefixes).toHaveValue(/96\.02/)

  await prefixes.fill(before)
  await main.getByRole('button', { name: 'Mostra che cosa si sposta' }).click()
  await main.getByRole('button', { name: /^Salva e sposta/ }).click()
  await expect(page.getByText(/^Settori salvati: .* spostat[ae]\./)).toBeVisible()
})

test.describe('a file that is no ATECO table', () => {
  test.use({ allowedErrors: [/status of 400/] })

  test('is refused with the reason', async ({ page }) => {
    await signIn(page, 'admin', '/settings/ateco')
    const main = page.locator('main')
    await expect(main.getByRole('button', { name: 'Scegli il file' })).toBeVisible()
    const buffer = Buffer.from('DENOMINAZIONE;C-FISCALE\r\nALFA;00000019992\r\n')
    await main.locator('input[type=file]').setInputFiles({ name: 'imprese.csv', mimeType: 'text/csv', buffer })
    await expect(main.getByRole('status')).toContainText('ISTAT')
    await expectAccessible(page)
  })
})

test('an admin renames a need type, and finds the new name', async ({ page }) => {
  await signIn(page, 'admin', '/settings/catalogues')
  const types = page.locator('main').getByRole('region', { name: 'Tipi di bisogno' })
  const english = types.locator('ol > li').first().getByLabel('Nome inglese')
  const before = await english.inputValue()
  for (const name of [`${before} and more`, before]) {
    await english.fill(name)
    await types.getByRole('button', { name: 'Salva i tipi di bisogno' }).click()
    await expect(page.getByText('Elenco salvato').first()).toBeVisible()
    await page.reload()
    await expect(english).toHaveValue(name)
  }
  await english.fill('')
  await types.getByRole('button', { name: 'Salva i tipi di bisogno' }).click()
  await expect(english).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page)
})
