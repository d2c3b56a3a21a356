import type { Page } from '@playwright/test'
import { expect, expectAccessible, signIn, test } from '../support/browser'

test('two periods side by side, the firms behind either, and the view kept for colleagues', async ({ page }) => {
  await signIn(page, 'manager')
  await expect(page.getByRole('heading', { level: 1, name: 'Bisogni e risultati' })).toBeVisible()
  await page.goto('/insight?to=2030-01-01&vsFrom=2030-01-02&vsTo=2030-12-31')
  const main = page.locator('main')
  const compare = main.getByRole('region', { name: 'Confronto', exact: true })
  await expect(compare.getByText('Troppo poche imprese da una parte o dall’altra')).toBeVisible()
  await page.goto('/insight?vsFrom=2020-01-01')
  await expect(
    compare.getByText('Guardando tutte le righe insieme, nessuna differenza supera l’incertezza.'),
  ).toBeVisible()
  await expectAccessible(page)

  const credit = compare.getByRole('row', { name: /^Accesso al credito/ })
  await credit.getByRole('link').nth(1).click()
  await expect(page).toHaveURL(/\/insight\/firms\?.*vsFrom=2020-01-01/)
  await expect(main.getByRole('heading', { level: 1, name: /secondo termine del confronto/ })).toBeVisible()
  await page.goBack()

  const name = `Confronto ${Date.now()}`
  await main.getByRole('button', { name: 'Viste' }).click()
  const views = page.getByRole('dialog', { name: 'Viste' })
  await views.getByLabel('Nome').fill(name)
  await views.getByText('Visibile a tutti').click()
  await views.getByRole('button', { name: 'Salva la vista' }).click()
  await expect(page.getByText('Vista salvata.')).toBeVisible()
  await views.getByRole('button', { name: `Elimina la vista ${name}` }).click()
  await expect(views.getByRole('link', { name })).toHaveCount(0)
  const removed = page.getByRole('alertdialog').filter({ hasText: `Vista «${name}» eliminata.` })
  await removed.getByRole('button', { name: 'Annulla' }).click()
  await expect(views.getByRole('link', { name })).toBeVisible()
  await views.getByLabel('Nome').press('Escape')
  await main.getByRole('link', { name: 'Chiudi il confronto' }).click()
  await expect(compare).toHaveCount(0)

  await signIn(page, 'office', '/insight')
  await main.getByRole('button', { name: 'Viste' }).click()
  await views.getByRole('link', { name }).click()
  await expect(page).toHaveURL(/vsFrom=2020-01-01/)
  await expect(compare).toBeVisible()
})

test('a filter of many sectors stays light, and reaches the firms behind a number', async ({ page }) => {
  await signIn(page, 'manager', '/insight?young=1')
  const main = page.locator('main')
  await expect(main.getByRole('button', { name: 'Giovanili', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await main.getByRole('link', { name: 'Visitate', exact: true }).first().click()
  await expect(page).toHaveURL(/\/insight\/firms\?young=1&step=visited/)

  await page.goto('/insight')
  const sectors = await rowsOf(page, 'row')
  const places = await rowsOf(page, 'place')
  const long = `/insight?sector=${sectors}&municipality=${places}&from=2020-01-01&vsFrom=2020-01-01&vsTo=2030-01-01`
  expect((await (await page.request.get(long)).body()).length).toBeLessThan(200_000)

  const ranking = main.getByRole('region', { name: 'Bisogni più espressi', exact: true })
  await ranking.getByRole('button', { name: 'Esporta: Bisogni più espressi' }).click()
  for (const kind of ['CSV', 'XLSX', 'SVG', 'PNG']) {
    if (kind !== 'CSV') await ranking.getByRole('button', { name: 'Esporta: Bisogni più espressi' }).click()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: kind, exact: true }).click()
    expect((await saved).suggestedFilename()).toBe(`ranking.${kind.toLowerCase()}`)
  }
})

/** All sectors or municipalities that the page leads to, as a filter has them. */
async function rowsOf(page: Page, kind: 'row' | 'place'): Promise<string> {
  const links = page.locator(`main a[href*="${kind}="]`)
  await expect(links.nth(10)).toBeAttached()
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const ids = addresses.flatMap((address) => new RegExp(`${kind}=([0-9a-f-]+)`).exec(address)?.[1] ?? [])
  return [...new Set(ids)].join(',')
}
