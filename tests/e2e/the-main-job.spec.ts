import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from '@/tests/support/browser'

/** The official list of innovative start-ups, beside the project where it is worked on. */
const LIST = path.resolve('../shared/data/register/startup_innovative_2017_semicolon_utf8bom.csv')

test('the whole job: the real start-up list comes in, one of its firms is called and visited, its need arrives', async ({
  page,
}) => {
  test.skip(!existsSync(LIST), 'the real register files are not beside this checkout')
  test.setTimeout(240_000)
  const main = page.locator('main')
  const { name, codiceFiscale } = oneOfLatina()
  const campaign = `Start-up ${Date.now()}`

  await test.step('the admin imports the list', async () => {
    await signIn(page, 'admin', '/register')
    await main.locator('input[type=file]').setInputFiles(LIST)
    await expect(main.getByRole('heading', { name: 'Prova', exact: true })).toBeVisible({ timeout: 120_000 })
    await main.getByRole('button', { name: 'Importa', exact: true }).click()
    await expect(main.getByRole('heading', { name: 'Importazione completata' })).toBeVisible({ timeout: 120_000 })
    await expect(main.getByText('7.045 righe lette')).toBeVisible()
  })

  await test.step('a promoter finds the firm and writes down its telephone, which the list does not have', async () => {
    await signIn(page, 'promoter', `/firms?q=${codiceFiscale}`)
    await main.getByRole('table').getByRole('link', { name }).click()
    await expect(main.getByRole('heading', { level: 1, name })).toBeVisible()
    await main.getByRole('link', { name: 'Correggi i dati' }).click()
    await main.getByLabel('Aggiungi un numero').fill('0773 00 4321')
    await main.getByRole('button', { name: 'Aggiungi', exact: true }).click()
    await expect(main.getByText('aggiunto da noi')).toBeVisible()
  })

  await test.step('the manager makes a campaign of it', async () => {
    await signIn(page, 'manager', `/campaigns/new?q=${codiceFiscale}`)
    await expect(main.getByText('Un’impresa nell’universo')).toBeVisible()
    await main.getByLabel('Nome', { exact: true }).fill(campaign)
    const year = `${new Date().getFullYear() + 1}`
    for (const [part, digits] of Object.entries({ giorno: '31', mese: '12', anno: year })) {
      await main.getByRole('group', { name: 'Fine' }).getByRole('spinbutton', { name: part }).pressSequentially(digits)
    }
    await main.getByLabel('Imprese da contattare').fill('1')
    await main.getByLabel('Imprese da visitare').fill('1')
    await expect(main.getByText('Un’impresa estratta, 0 di riserva')).toBeVisible()
    // The tests run at night too.
    await main.getByText('Solo nell’orario della Camera').click()
    await main.getByRole('button', { name: 'Estrai e crea la campagna' }).click()
    await expect(main.getByRole('heading', { level: 1, name: campaign })).toBeVisible()
  })
  const campaignId = /[0-9a-f-]{36}$/.exec(page.url())?.[0]

  await test.step('the promoter calls it and agrees on a visit', async () => {
    await signIn(page, 'promoter', `/calls?campaign=${campaignId}`)
    await main.getByRole('button', { name: 'Chiama la prossima impresa' }).click()
    await expect(main.getByRole('heading', { level: 2, name })).toBeVisible()
    await chooseAppointment(page)
    await page.keyboard.press('Control+Enter')
    await expect(main.getByText(`${name}: esito salvato`)).toBeVisible()
  })

  await test.step('and visits it', async () => {
    await page.goto('/visits?mine=1')
    await main.getByRole('link', { name: 'Tutte nell’agenda' }).click()
    await main.getByRole('listitem').getByRole('link', { name }).click()
    await main.getByRole('link', { name: 'Inizia la visita' }).click()
    await main.getByRole('button', { name: 'Aggiungi persona' }).click()
    await main.getByLabel('Nome e cognome').fill('Silvia Cifra')
    await main.getByRole('button', { name: 'Aggiungi', exact: true }).click()
    await main.getByText('Informativa consegnata').click()
    await main.getByRole('button', { name: 'Avanti: servizi' }).click()
    await main.getByText('Sportello credito').click()
    await main.getByRole('button', { name: 'Avanti: bisogni' }).click()
    await main.getByRole('button', { name: 'Aggiungi: Credito' }).click()
    await main.getByLabel('Con le parole dell’impresa').fill('Prototipo da finanziare')
    await main.getByRole('button', { name: 'Avanti: digitale' }).click()
    await main.getByText('Sito web', { exact: true }).click()
    await main.getByRole('button', { name: 'Avanti: seguito' }).click()
    await main.getByRole('button', { name: 'Salva la visita' }).click()
    await expect(page).toHaveURL(/\/visits\/[0-9a-f-]{36}$/, { timeout: 30_000 })
  })

  await test.step('the manager sees it arrive', async () => {
    await signIn(page, 'manager', `/insight?campaign=${campaignId}`)
    await expect(main.getByText('Dati indicativi: 1 impresa visitata').first()).toBeVisible()
    await expect(main.getByText('Base: 1 impresa visitata').first()).toBeVisible()
    await page.goto(`/insight/firms?campaign=${campaignId}&step=withNeeds`)
    await expect(main.getByRole('link', { name })).toBeVisible()
  })
})

/** A firm of the province of Latina, as the list has it. */
function oneOfLatina() {
  const row =
    readFileSync(LIST, 'utf8')
      .split('\n')
      .find((line) => /^[^;"]+;[^;]*;\d{11};LT;/.test(line)) ?? ''
  const [name = '', , codiceFiscale = ''] = row.split(';')
  return { name: name.replace(/\s+/g, ' ').trim(), codiceFiscale }
}

async function chooseAppointment(page: Page) {
  const main = page.locator('main')
  await page.keyboard.press('1')
  await main
    .getByRole('group', { name: /^Ora di/ })
    .getByRole('button', { disabled: false })
    .last()
    .click()
}
