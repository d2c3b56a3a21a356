import type { Page } from '@playwright/test'
import { awake, expect, expectAccessible, signIn, test } from '@/tests/support/browser'

test('a manager makes a campaign, pauses it and closes it', async ({ page }) => {
  test.slow()
  await signIn(page, 'manager', '/campaigns')
  const main = page.locator('main')
  await expect(main.getByRole('heading', { level: 1, name: 'Campagne' })).toBeVisible()

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
  await endNextYear(page)
  await main.getByLabel('Imprese da contattare').fill('100')
  await main.getByLabel('Imprese da visitare').fill('20')
  await main.getByRole('button', { name: 'Crea la campagna' }).click()

  await expect(main.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(main.getByText('Aperta', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await main.getByRole('button', { name: 'Metti in pausa' }).click()
  await expect(main.getByText('In pausa', { exact: true })).toBeVisible()
  await closeCampaign(page)
})

test('a manager draws a sample: strata, intervals, hand and seed', async ({ page }) => {
  test.slow()
  await signIn(page, 'manager', '/campaigns/new')
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
  const strata = main.getByRole('toolbar', { name: 'Strati per' })
  await strata.getByRole('button', { name: 'Settore' }).click()
  await expect(page).toHaveURL(/strata=size(&|$)/)
  await expect(main.getByText(/L’estrazione non distingue i settori/).first()).toBeVisible()
  await expect(main.getByRole('row', { name: /^Servizi/ })).toContainText('±')
  await strata.getByRole('button', { name: 'Settore' }).click()
  await expect(page).toHaveURL(/strata=sector,size/)
  await main.getByLabel('Imprese da estrarre').fill('1000000')
  await expect(main.getByText(/Non ci sono tante imprese/)).toBeVisible()
  await main.getByLabel('Imprese da estrarre').fill('120')
  await main.getByLabel('Seme').fill('4711')
  await expectAccessible(page)
  const name = `Campione ${Date.now()}`
  await main.getByLabel('Nome').fill(name)
  await endNextYear(page)
  await main.getByRole('button', { name: 'Estrai e crea la campagna' }).click()
  await expect(main.getByRole('heading', { level: 1, name })).toBeVisible()
  // Each rate says how it is computed, by whose definition.
  const field = main.getByRole('region', { name: 'Lavoro sul campo' })
  const meaning = field.getByRole('listitem').filter({ hasText: 'CON1' })
  await expect(meaning).toBeHidden()
  await field.getByText('Come si calcolano').click()
  await expect(meaning).toBeVisible()
  await expect(field.getByText(/COOP1/)).toBeVisible()
  await expect(field.getByText(/REF1/)).toBeVisible()
  await expect(field.getByText(/^Definizioni AAPOR/)).toBeVisible()
  await expectAccessible(page)
  await closeCampaign(page)
})

test('a manager checks a pasted list of tax codes', async ({ page }) => {
  await signIn(page, 'manager', '/campaigns/new?way=codes')
  const main = page.locator('main')
  await main.getByLabel('Codici fiscali o partite IVA').fill('99999999999; forse')
  await main.getByRole('button', { name: 'Controlla l’elenco' }).click()
  await expect(main.getByText('Nessuna impresa si può chiamare, su 1 codici letti.')).toBeVisible()
  await main.getByText('Un codice non è nel Registro').click()
  await expect(main.getByRole('listitem').filter({ hasText: '99999999999' })).toBeVisible()
  await expect(main.getByText('Una parola non è un codice')).toBeVisible()
  await expectAccessible(page)
})

async function endNextYear(page: Page) {
  const end = page.locator('main').getByRole('group', { name: 'Fine' })
  for (const [part, digits] of Object.entries({ giorno: '31', mese: '12', anno: `${new Date().getFullYear() + 1}` })) {
    await end.getByRole('spinbutton', { name: part }).pressSequentially(digits)
  }
}

test('a campaign that blocks takes the dial link off the firm’s page until the register has answered', async ({
  page,
  browser,
}) => {
  test.slow()
  await page.setViewportSize({ width: 1440, height: 900 })
  await signIn(page, 'manager', '/firms?q=officina&contacted=no&status=active')
  const main = page.locator('main')
  const links = main.getByRole('row').getByRole('link')
  await expect(links.first()).toBeVisible()
  const hrefs = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  const dial = main.locator('a[href^="tel:"]')
  // A firm that can be called, and that no campaign has yet.
  let code = ''
  for (const href of hrefs) {
    await page.goto(href)
    await expect(main.getByRole('heading', { level: 1 })).toBeVisible()
    await awake(page)
    if ((await dial.count()) === 0) continue
    code = /\b(\d{11}|[A-Z]{6}\d\d[A-Z]\d\d[A-Z]\d{3}[A-Z])\b/.exec((await main.allInnerTexts()).join(' '))?.[0] ?? ''
    if (code) break
  }
  expect(code).not.toBe('')
  const sheet = page.url()
  const number = ((await dial.first().getAttribute('href')) ?? '').replace('tel:', '')

  await page.goto('/campaigns/new?way=codes')
  await main.getByLabel('Codici fiscali o partite IVA').fill(code)
  await main.getByLabel('Imprese da contattare').fill('1')
  await main.getByLabel('Imprese da visitare').fill('1')
  const name = `Opposizioni ${Date.now()}`
  await main.getByLabel('Nome').fill(name)
  await endNextYear(page)
  await main.getByRole('button', { name: 'Crea la campagna' }).click()
  await expect(main.getByRole('heading', { level: 1, name })).toBeVisible()
  const made = page.url()
  const card = main.getByRole('region', { name: 'Registro pubblico delle opposizioni' })
  await card.getByText('Blocca', { exact: true }).click()
  await expect(card.getByRole('radio', { name: 'Blocca' })).toBeChecked()
  await page.waitForLoadState('networkidle')

  // The desk says why there is nobody to call: nobody that may be, not at this hour, not for now.
  const desk = await browser.newPage()
  await signIn(desk, 'promoter')
  const says = async (words: RegExp) => {
    await desk.goto(`/calls?campaign=${made.split('/').at(-1)}`)
    await expect(desk.locator('main').getByText(words)).toBeVisible()
    await expectAccessible(desk)
  }
  await says(/^Nessuna impresa da chiamare adesso/)
  await page.goto(`${made}/edit`)
  const hour = new Date().toLocaleTimeString('it', { timeZone: 'Europe/Rome', hour: '2-digit' })
  for (const part of ['Pomeriggio', Number(hour) < 16 ? 'Mattina' : 'Sera']) {
    await main.getByRole('button', { name: part }).click()
  }
  await main.getByRole('button', { name: 'Salva la campagna' }).click()
  await expect(page).toHaveURL(made)
  await says(/^Fuori orario/)
  await page.goto(made)
  await main.getByRole('button', { name: 'Metti in pausa' }).click()
  await expect(main.getByText('In pausa', { exact: true })).toBeVisible()
  await says(/^La campagna è in pausa/)
  await desk.close()

  await page.goto(sheet)
  await expect(main.getByRole('heading', { level: 1 })).toBeVisible()
  await awake(page)
  await expect(main.locator(`a[href="tel:${number}"]`)).toHaveCount(0)
  await expectAccessible(page)

  // The card speaks the page's language, not the browser's; the register's answer gives the number back.
  await page.goto(made)
  await expect(card.getByText('Nessun file scelto')).toBeVisible()
  const chosen = page.waitForEvent('filechooser')
  await card.getByRole('button', { name: 'Scegli il file della risposta' }).click()
  const answer = `${number.replace('+39', '')};no\n`
  await (await chosen).setFiles({ name: 'risposta.csv', mimeType: 'text/csv', buffer: Buffer.from(answer) })
  await expect(card.getByText('risposta.csv')).toBeVisible()
  await card.getByRole('button', { name: 'Importa la risposta' }).click()
  await expect(card.getByRole('status').first()).toContainText('1')
  await page.goto(sheet)
  await expect(main.locator(`a[href="tel:${number}"]`).first()).toBeVisible()

  await page.goto(made)
  await closeCampaign(page)
})

/** Closes the campaign whose page is open. */
async function closeCampaign(page: Page) {
  const main = page.locator('main')
  await main.getByRole('button', { name: 'Chiudi' }).click()
  await page
    .getByRole('alertdialog', { name: /^Chiudere/ })
    .getByRole('button', { name: 'Chiudi' })
    .click()
  await expect(main.getByText('Chiusa', { exact: true })).toBeVisible()
}
