import { awake, expect, signIn, test } from '../support/browser'

const PANELS = [
  'Bisogni più espressi',
  'Dal primo contatto alla presa in carico',
  'Bisogni per settore',
  'Presenza digitale',
  'Giovanili, femminili, straniere',
  'Andamento settimanale',
  'Visite per comune',
  'Quanto somiglia al Registro',
  'Servizi presentati',
]

test('every panel has a sentence, a table, four kinds of file and a way to its firms', async ({ page }) => {
  await signIn(page, 'manager', '/insight')
  await awake(page)
  for (const title of PANELS) {
    const panel = page.locator('main').getByRole('region', { name: title, exact: true })
    await expect(panel.locator('[id$="-reading"]'), title).toHaveText(/\S+ .+\.$/)
    const table = panel.getByRole('region', { name: `Tabella: ${title}` })
    // An earlier test may have left it open.
    if (!(await table.isVisible())) await panel.getByRole('button', { name: 'Tabella', exact: true }).click()
    await expect(table.getByRole('row').nth(1), title).toBeVisible()
    await panel.getByRole('button', { name: 'Tabella', exact: true }).click()
    await expect(panel.locator('a[href^="/insight/firms?"]').first(), title).toBeAttached()
    for (const kind of ['CSV', 'XLSX', 'SVG', 'PNG']) {
      await panel.getByRole('button', { name: `Esporta: ${title}` }).click()
      const saved = page.waitForEvent('download')
      await page.getByRole('button', { name: kind, exact: true }).click()
      expect((await saved).suggestedFilename(), title).toMatch(new RegExp(`\\.${kind.toLowerCase()}$`))
    }
  }
})

test('the map is described, and the table beside it leads to the firms of a place by keyboard', async ({ page }) => {
  await signIn(page, 'manager', '/insight')
  const panel = page.locator('main').getByRole('region', { name: 'Visite per comune', exact: true })
  await expect(panel.getByRole('img')).toHaveAttribute('aria-label', /\S/)
  await awake(page)
  const place = panel.getByRole('row').getByRole('link').first()
  const [name, shape] = [await place.textContent(), panel.locator('svg [data-lit]')]
  await place.focus()
  await expect(shape.first()).toBeAttached()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/insight\/firms\?.*place=\d{6}/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name ?? '')
})

test('firms chosen from a list are called coverage, and no weighted figure is offered', async ({ page }) => {
  await signIn(page, 'manager', '/insight')
  const main = page.locator('main')
  await expect(main.getByText(/i dati dicono la copertura, non un campione/)).toBeVisible()
  await expect(main.getByRole('button', { name: 'Pondera sull’universo' })).toHaveCount(0)
})
