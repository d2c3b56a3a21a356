import type { Page } from '@playwright/test'
import { expect, expectAccessible, signIn, test } from '@/tests/support/browser'

test('a manager makes a campaign, pauses it and closes it', async ({ page }) => {
  test.slow()
  await signIn(page, 'manager')
  await page.goto('/campaigns')
  const main = page.locator('main')
  await expect(main.getByRole('heading', { level: 1, name: 'Campagne' })).toBeVisible()
  await expectAccessible(page)

  await main.getByRole('link', { name: 'Nuova campagna' }).click()
  const name = `Straniere ${Date.now()}`
  await main.getByLabel('Nome').fill(name)
  await main
    .getByRole('radiogroup', { name: 'Come si scelgono le imprese' })
    .getByText('Tutte', { exact: true })
    .click()
  await expect(page).toHaveURL(/way=all/)
  await main.getByRole('button', { name: 'Straniera' }).click()
  await expect(page).toHaveURL(/foreign=1/)
  await expect(main.getByText(/impres[ae] nell’universo/)).toBeVisible()
  await expect(main.getByLabel('Nome')).toHaveValue(name)
  await expectAccessible(page)
  await main.getByRole('button', { name: 'Crea la campagna' }).click()
  await expect(main.getByRole('alert')).toContainText('Imprese da contattare')
  await endIn2027(page)
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

test('a manager draws a sample: strata, intervals, hand and seed', async ({ page }) => {
  test.slow()
  await signIn(page, 'manager')
  await page.goto('/campaigns/new')
  const main = page.locator('main')
  await main.getByLabel('Imprese da contattare').fill('400')
  await main.getByLabel('Imprese da visitare').fill('80')
  await expect(main.getByText(/imprese estratte, .* di riserva/)).toBeVisible()
  await main.getByRole('button', { name: 'Classe di addetti' }).click()
  await expect(page).toHaveURL(/strata=sector,size/)
  await expect(main.getByText(/^\d+ strati$/)).toBeVisible()
  await expect(main.getByLabel('Imprese da contattare')).toHaveValue('400')
  await main.getByLabel('Imprese da estrarre').fill('300')
  await expect(main.getByText(/^300 imprese estratte, \d+ di riserva$/)).toBeVisible()
  await expect(main.getByRole('row', { name: /^Tutte / })).toContainText('±')
  // Sectors have their intervals even where the draw does not look at them.
  await main.getByRole('button', { name: 'Settore', exact: true }).click()
  await expect(page).toHaveURL(/strata=size(&|$)/)
  await expect(main.getByText(/L’estrazione non distingue i settori/).first()).toBeVisible()
  await expect(main.getByRole('row', { name: /^Metallurgia/ })).toContainText('±')
  await main.getByRole('button', { name: 'Settore', exact: true }).click()
  await expect(page).toHaveURL(/strata=sector,size/)
  await main.getByLabel('Imprese da estrarre').fill('1000000')
  await expect(main.getByText(/Non ci sono tante imprese/)).toBeVisible()
  await main.getByLabel('Imprese da estrarre').fill('120')
  await main.getByLabel('Seme').fill('4711')
  await expectAccessible(page)
  const name = `Campione ${Date.now()}`
  await main.getByLabel('Nome').fill(name)
  await endIn2027(page)
  await main.getByRole('button', { name: 'Estrai e crea la campagna' }).click()
  await expect(main.getByRole('heading', { level: 1, name })).toBeVisible()
  await main.getByRole('button', { name: 'Chiudi' }).click()
  await page
    .getByRole('alertdialog', { name: /^Chiudere/ })
    .getByRole('button', { name: 'Chiudi' })
    .click()
  await expect(main.getByText('Chiusa', { exact: true })).toBeVisible()
})

test('a manager checks a pasted list of tax codes', async ({ page }) => {
  await signIn(page, 'manager')
  await page.goto('/campaigns/new?way=codes')
  const main = page.locator('main')
  await main.getByLabel('Codici fiscali o partite IVA').fill('99999999999; forse')
  await main.getByRole('button', { name: 'Controlla l’elenco' }).click()
  await expect(main.getByText('Nessuna impresa si può chiamare, su 1 codici letti.')).toBeVisible()
  await main.getByText('Un codice non è nel Registro').click()
  await expect(main.getByRole('listitem').filter({ hasText: '99999999999' })).toBeVisible()
  await expect(main.getByText('Una parola non è un codice')).toBeVisible()
  await expectAccessible(page)
})

async function endIn2027(page: Page) {
  const end = page.locator('main').getByRole('group', { name: 'Fine' })
  for (const [part, digits] of Object.entries({ giorno: '31', mese: '12', anno: '2027' })) {
    await end.getByRole('spinbutton', { name: part }).pressSequentially(digits)
  }
}
