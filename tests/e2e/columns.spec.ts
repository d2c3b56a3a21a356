import { inventedPartitaIva } from '@/prisma/demo/identifiers'
import { expect, expectAccessible, signIn, test } from '@/tests/support/browser'

const run = Date.now()
const HEADER = `IDENTIFICATIVO ${run};TITOLO;STATO;NOTA`
const csv = (...lines: string[]) => ({
  name: 'elenco_regione.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([HEADER, ...lines].join('\r\n')),
})
const firm = (number: number) => inventedPartitaIva(7_000_000 + (run % 900_000) + number)

test('columns nobody knows are chosen once, kept under a name, and known the next time', async ({ page }) => {
  await signIn(page, 'admin', '/register')
  const main = page.locator('main')
  const rows = [`${firm(1)};ROSSI S.R.L.;ATTIVA;x`, `${firm(2)};VERDI S.R.L.;DORMIENTE;`]
  await main.locator('input[type=file]').setInputFiles(csv(...rows))
  await expect(main.getByText('Manca la colonna: codice fiscale (o partita IVA), denominazione.')).toBeVisible({
    timeout: 30_000,
  })
  await expect(main.getByRole('button', { name: 'Fai la prova con queste colonne' })).toBeDisabled()
  await expect(main.getByText('UTF-8 · separatore punto e virgola')).toBeVisible()
  await expectAccessible(page)

  const choose = async (column: string, field: string) => {
    await main.getByRole('button', { name: new RegExp(`Campo per ${column}`) }).click()
    await page.getByRole('option', { name: field, exact: true }).click()
  }
  await choose('IDENTIFICATIVO', 'Codice fiscale')
  await choose('TITOLO', 'Denominazione')
  await choose('NOTA', 'Non importare')
  await expect(main.getByText('Scelta da te')).toHaveCount(2)
  await main.getByRole('button', { name: 'Salva come…' }).click()
  await page.getByRole('dialog').getByLabel('Nome').fill(`Elenco della Regione ${run}`)
  await page.getByRole('dialog').getByRole('button', { name: 'Salva' }).click()
  await expect(main.getByText(`Elenco della Regione ${run}`)).toBeVisible()
  await main.getByRole('button', { name: 'Fai la prova con queste colonne' }).click()

  await expect(main.getByText('Valori nuovi nel file: DORMIENTE')).toBeVisible({ timeout: 30_000 })
  await main.getByRole('link', { name: 'Scegli che cosa significano' }).click()
  await expect(main.getByText('Il valore DORMIENTE (una riga) non ha un corrispondente')).toBeVisible()
  await expectAccessible(page)
  await main.getByRole('button', { name: /Significato di DORMIENTE/ }).click()
  await page.getByRole('option', { name: 'inattiva' }).click()
  await main.getByRole('button', { name: 'Fai la prova con queste colonne' }).click()
  await main.getByRole('button', { name: 'Importa', exact: true }).click({ timeout: 30_000 })
  await expect(main.getByText('2 righe lette')).toBeVisible({ timeout: 30_000 })

  await page.goto('/register')
  await main.locator('input[type=file]').setInputFiles(csv(`${firm(3)};NERI S.R.L.;ATTIVA;`))
  await expect(main.getByRole('button', { name: 'Importa', exact: true })).toBeVisible({ timeout: 30_000 })
  await main.getByRole('link', { name: 'Cambia le colonne' }).click()
  await expect(main.getByText(`Le colonne seguono la mappatura «Elenco della Regione ${run}».`)).toBeVisible()
  await main.getByRole('button', { name: `Elimina «Elenco della Regione ${run}»` }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Elimina' }).click()
  await expect(main.getByRole('button', { name: `Elimina «Elenco della Regione ${run}»` })).toBeHidden()
})
