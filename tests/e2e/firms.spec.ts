import { expect, expectAccessible, signIn, test } from '@/tests/support/browser'

test('a promoter finds a firm by a fragment, writes down a person and a note, and stops contacting it', async ({
  page,
}) => {
  await signIn(page, 'promoter', '/firms')
  const main = page.locator('main')
  await expect(main.getByText(/^10\.000\+ imprese$/)).toBeVisible()

  // Whichever firm nobody called yet comes first: an earlier run has stopped its own.
  await main.getByRole('searchbox').fill('ristorante')
  await main.getByRole('button', { name: 'Cerca' }).click()
  await expect(page).toHaveURL(/q=ristorante/)
  await page.goto('/firms?q=ristorante&contacted=no&status=active')
  const firm = main
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: 'Contattabile', exact: true }) })
    .first()
    .getByRole('link')
  const name = (await firm.textContent()) ?? ''
  await firm.click()
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(main.getByRole('link', { name: /^Chiama \d/ })).toBeVisible()
  await expectAccessible(page)

  await main.getByRole('button', { name: 'Aggiungi', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Salva la persona' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Questo campo è obbligatorio')
  await dialog.getByLabel('Nome e cognome').fill('Silvia Cifra')
  await dialog.getByLabel('Telefono').fill('0773 000 111')
  await dialog.getByRole('button', { name: 'Salva la persona' }).click()
  await expect(main.getByRole('region', { name: 'Persone' }).getByText('Silvia Cifra')).toBeVisible()

  await main.getByLabel('Nota per i colleghi').fill('Chiedere di Silvia')
  await main.getByRole('button', { name: 'Salva la nota' }).click()
  await expect(main.getByRole('listitem').filter({ hasText: 'Chiedere di Silvia' })).toBeVisible()

  await main.getByRole('button', { name: 'Non contattare' }).click()
  await dialog.getByLabel('Che cosa ha detto l’impresa').fill('Non vuole essere chiamata')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Non contattare più' }).click()
  await expect(main.getByText('L’impresa ha chiesto di non essere contattata')).toBeVisible()
  await expect(main.locator('a[href^="tel:"]')).toHaveCount(0)
  await expect(main.getByRole('button', { name: 'Riammetti' })).toHaveCount(0)
})

test('filters live in the address, and nothing found names them', async ({ page }) => {
  await signIn(page, 'manager', '/firms?q=nessunacosì&young=1&size=staff_2_9')
  const main = page.locator('main')
  await expect(main.getByText('Nessuna impresa con testo «nessunacosì», 2–9 addetti e giovanile.')).toBeVisible()
  await main.getByRole('link', { name: 'Azzera filtri' }).click()
  await expect(page).toHaveURL(/\/firms$/)
  await main.getByRole('link', { name: 'Pagina seguente' }).click()
  await expect(page).toHaveURL(/after=/)
  await expect(main.getByRole('link', { name: 'Torna all’inizio' })).toBeVisible()
})

test('a manager corrects a firm and takes it back', async ({ page }) => {
  await signIn(page, 'manager', '/firms?q=edil&contacted=no&status=active')
  const main = page.locator('main')
  await main.getByRole('table').getByRole('link').first().click()
  await main.getByRole('link', { name: 'Correggi i dati' }).click()
  await expect(main.getByRole('heading', { level: 1 })).toContainText('Correggi')
  await expectAccessible(page)
  await main.getByLabel('Sito').fill(`www.prova-${Date.now()}.example`)
  await main.getByRole('button', { name: 'Salva le correzioni' }).click()
  await expect(main.getByText(/^Corretto da noi/)).toBeVisible()
  await main.getByRole('link', { name: 'Correggi i dati' }).click()
  const undo = main.getByRole('button', { name: 'Torna al valore del Registro: Sito' })
  await undo.click()
  await expect(undo).toHaveCount(0)
})
