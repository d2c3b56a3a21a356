import { expect, expectAccessible, signIn, test } from '@/tests/support/browser'

test('an admin makes a key, a program reads with it, and the key is revoked', async ({ page, playwright, baseURL }) => {
  test.slow()
  await signIn(page, 'admin', '/settings/tokens')
  const main = page.locator('main')
  const name = `Power BI ${Date.now()}`
  await main.getByRole('button', { name: 'Crea la chiave' }).click()
  await expect(main.getByRole('alert')).toBeFocused()
  await main.getByLabel('A che cosa serve').fill(name)
  await main.getByRole('checkbox', { name: 'Bisogni' }).check({ force: true })
  await main.getByRole('button', { name: 'Crea la chiave' }).click()
  const secret = (await main.getByText(/^pap_/).textContent()) ?? ''
  await expectAccessible(page)

  const program = await playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: { authorization: `Bearer ${secret}` },
  })
  const needs = await program.get('/api/v1/needs?limit=5')
  expect(needs.status()).toBe(200)
  expect((await needs.json()).data).toHaveLength(5)
  expect((await program.get('/api/v1/firms')).status()).toBe(403)
  for (const path of ['/api/v1/needs', '/api/v1/openapi.json', '/opendata', '/opendata/programme.csv']) {
    const refused = await program.post(path)
    expect([refused.status(), refused.headers().allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
  }

  await main.getByRole('button', { name: 'L’ho copiata' }).click()
  await expect(main.getByText(secret)).toHaveCount(0)
  await main.getByRole('button', { name: `Revoca la chiave «${name}»` }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoca' }).click()
  await expect(main.getByRole('listitem').filter({ hasText: name })).toContainText('Revocata')
  expect((await program.get('/api/v1/needs')).status()).toBe(401)
  await program.dispose()
})

test('open data are for everybody once they are switched on', async ({ page, playwright, baseURL }) => {
  test.slow()
  await signIn(page, 'admin', '/settings/open-data')
  const main = page.locator('main')
  const stranger = await playwright.request.newContext({ baseURL })
  const publish = main.getByRole('switch', { name: 'Pubblica le tabelle a indirizzi fissi' })
  const save = main.getByRole('button', { name: 'Salva' })
  await publish.check({ force: true })
  await save.click()
  await expect(main.getByRole('link', { name: 'CSV' }).first()).toBeVisible()
  await expectAccessible(page)
  const table = await stranger.get('/opendata/needs-by-sector.csv')
  expect(table.headers()['content-type']).toContain('text/csv')
  expect(await table.text()).toMatch(/^code,name_it,name_en,visited/)
  expect((await (await stranger.get('/opendata')).json())['@graph']).toHaveLength(4)
  await publish.uncheck({ force: true })
  await save.click()
  await expect(main.getByRole('link', { name: 'CSV' })).toHaveCount(0)
  expect((await stranger.get('/opendata/needs-by-sector.csv')).status()).toBe(404)
  await stranger.dispose()
})

test('from the page of results the report for the board is a page to print, a PDF and a Word document', async ({
  page,
}) => {
  test.slow()
  await signIn(page, 'manager', '/insight?young=1')
  await page.getByRole('link', { name: 'Prepara la relazione' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Relazione per gli organi della Camera')
  await expectAccessible(page)
  for (const [button, ending] of [
    ['Scarica il PDF', 'pdf'],
    ['Scarica per Word', 'docx'],
  ] as const) {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: button }).click()
    expect((await download).suggestedFilename()).toMatch(new RegExp(`^relazione-.*\\.${ending}$`))
  }
  await page.getByLabel('Titolo').fill('Relazione al Consiglio')
  await page.getByRole('button', { name: 'Apri per la stampa' }).click()
  await expect(page).toHaveURL(/\/report\?young=1/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Relazione al Consiglio')
  await expect(page.getByText('Giovanili', { exact: true }).first()).toBeVisible()
  await expectAccessible(page)
})

test('all firms of a filter come as a file', async ({ page }) => {
  await signIn(page, 'manager', '/firms?q=carpenterie')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Esporta le imprese (CSV)' }).click()
  expect((await download).suggestedFilename()).toMatch(/^imprese-\d{4}-\d\d-\d\d\.csv$/)
})
