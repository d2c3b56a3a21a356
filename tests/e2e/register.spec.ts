import { existsSync } from 'node:fs'
import { expect, expectAccessible, signIn, test } from '@/tests/support/browser'

// One import at a time: a second one is refused.
test.describe.configure({ mode: 'default' })

/** The other specs count the firms of the demo: no file here brings one in. */
const file = (name: string, ...lines: string[]) => {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1') }
}

test('an admin imports a file, sees what came of it, and takes the reasons away', async ({ page }) => {
  await signIn(page, 'admin', '/register')
  const main = page.locator('main')
  await expect(main.getByRole('heading', { level: 1, name: 'Importa il Registro delle imprese' })).toBeVisible()
  await expect(main.getByRole('button', { name: 'Scegli un file', exact: true })).toBeVisible()

  const rows = ['CARPENTERIE AGRO S.R.L.;12345678901', 'FORNO LEPINO;', 'BAR; SPORT;00000019992']
  await main.locator('input[type=file]').setInputFiles(file('prova.csv', 'DENOMINAZIONE;C-FISCALE', ...rows))
  await expect(main.getByRole('heading', { name: 'Prova', exact: true })).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page)
  await main.getByRole('button', { name: 'Importa', exact: true }).click()
  await expect(main.getByRole('heading', { name: 'Importazione completata' })).toBeVisible({ timeout: 30_000 })
  await expect(main.getByText('prova.csv')).toBeVisible()
  await expect(main.getByText('Codice fiscale non valido')).toBeVisible()
  await expect(main.getByText('Riga 4: 3 colonne invece di 2')).toBeVisible()
  await expectAccessible(page)

  const download = page.waitForEvent('download')
  await main.getByRole('link', { name: 'Motivi (CSV)' }).click()
  expect((await download).suggestedFilename()).toMatch(/^righe-scartate-.*\.csv$/)

  await page.goto('/register')
  await main
    .getByRole('link', { name: /\d{4}, \d{1,2}:\d{2}/ })
    .first()
    .click()
  await expect(main.getByRole('heading', { level: 1, name: 'Importazione' })).toBeVisible()
  await expect(main.getByText('Codice fiscale mancante')).toBeVisible()
  await main.getByRole('link', { name: /^3 vedi l’elenco/ }).click()
  await expect(main.getByRole('heading', { level: 1, name: 'Elenco' })).toBeVisible()
  await expect(main.getByText('Riga 3', { exact: true })).toBeVisible()
  await expectAccessible(page)
})

test('a file without the key columns waits for them, the reason says what it has, and it can be thrown away', async ({
  page,
}) => {
  await signIn(page, 'admin', '/register')
  const main = page.locator('main')
  await main.locator('input[type=file]').setInputFiles(file('impianti.csv', 'idImpianto,Gestore', '1,ROSSI'))
  await expect(main.getByText('serve sapere che cosa sono le colonne')).toBeVisible({ timeout: 30_000 })
  await expect(main.getByText('idImpianto, Gestore')).toBeVisible()
  await expectAccessible(page)
  await main.getByRole('button', { name: 'Elimina la prova' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Elimina la prova' }).click()
  await expect(main.getByText('Importazione eliminata')).toBeVisible()
})

test.describe('for everybody else', () => {
  test.use({ allowedErrors: [/status of 403/] })

  test('the page and the upload are closed', async ({ page }) => {
    await signIn(page, 'manager')
    const address = '/api/register?id=0190a000-0000-7000-8000-000000000001&name=x.csv'
    expect((await page.request.post(address, { data: 'x' })).status()).toBe(403)
    await page.goto('/register')
    await expect(page.locator('main input[type=file]')).toHaveCount(0)
  })
})

const ISTAT = '../shared/data/reference'
const STRUCTURE = `${ISTAT}/ateco2025_struttura_istat.csv`
const CROSSWALK = `${ISTAT}/raccordo_ateco2007agg2022_2025.csv`

test('an admin loads ISTAT’s classification and its crosswalk', async ({ page }) => {
  test.skip(!existsSync(STRUCTURE), 'ISTAT’s files are not part of the repository')
  await signIn(page, 'admin', '/settings/ateco')
  const main = page.locator('main')
  const load = (path: string) => main.locator('input[type=file]').setInputFiles(path)
  const told = main.getByRole('status')

  await load(STRUCTURE)
  await expect(told).toContainText(/^ATECO 2025: [\d.]+ righe nuove o cambiate/, { timeout: 30_000 })
  await load(CROSSWALK)
  await expect(told).toContainText(/^Raccordo da ATECO 2007 a 2025: [\d.]+ righe nuove o cambiate/, { timeout: 30_000 })
  await load(STRUCTURE)
  await expect(told).toHaveText('ATECO 2025: era già caricata, non è cambiato niente.', { timeout: 30_000 })
  await expect(main.getByText('Non caricata')).toHaveCount(0)
  await expectAccessible(page)
})
