import type { Locator, Page } from '@playwright/test'
import { awake, expect, expectAccessible, letIn, test } from '@/tests/support/browser'

/** Presses the way to leave a firm alone and its confirmation, by keyboard, and counts: two, wherever the firm is met. */
async function stopInTwo(page: Page, open: Locator) {
  const dialog = page.getByRole('dialog')
  const confirm = dialog.getByRole('button', { name: 'Non contattare più' })
  let presses = 0
  const press = async (on: Locator) => {
    await on.focus()
    await page.keyboard.press('Enter')
    presses += 1
  }
  await expect(open).toBeVisible()
  await awake(page)
  await press(open)
  await expect(confirm).toBeVisible()
  // What the second press does stands there before it.
  await expect(dialog).toContainText('Esce da tutte le liste')
  await press(confirm)
  await expect(page.getByText(/non verrà più contattata/).first()).toBeVisible()
  await expect(dialog).toBeHidden()
  expect(presses).toBe(2)
}

/** The agenda's list, and the row of the last visit planned in it: other specs work with the first. */
async function lastPlanned(page: Page) {
  await page.goto('/today?view=list')
  const main = page.locator('main')
  await expect(main.getByRole('link', { name: 'Elenco', exact: true })).toHaveAttribute('aria-current', 'page')
  const rows = main.getByRole('listitem').filter({ has: page.locator('a[href*="open="]') })
  return { main, row: rows.filter({ has: stopOf(page) }).last() }
}

const stopOf = (place: Page | Locator) => place.getByRole('button', { name: /^Non contattare: / })

test.describe('do not contact takes two presses', () => {
  test.beforeEach(async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await letIn(page, 'promoter')
  })

  test('on the firm’s page, which then dials nothing', async ({ page }) => {
    await page.goto('/firms?q=officina&contacted=no&status=active')
    const main = page.locator('main')
    await main
      .getByRole('row')
      .filter({ has: page.getByRole('cell', { name: 'Contattabile', exact: true }) })
      .first()
      .getByRole('link')
      .click()
    // The list has a filter of the same name as the button.
    await expect(page).toHaveURL(/firms\/[0-9a-f-]{36}/)
    await stopInTwo(page, main.getByRole('button', { name: 'Non contattare', exact: true }))
    await expect(main.locator('a[href^="tel:"]')).toHaveCount(0)
  })

  test('in the agenda’s list, whose visit is cancelled by it', async ({ page }) => {
    const { main, row } = await lastPlanned(page)
    const name = (await stopOf(row).getAttribute('aria-label'))?.replace('Non contattare: ', '') ?? ''
    await expectAccessible(page)
    await stopInTwo(page, stopOf(row))
    await expect(main.getByRole('listitem').filter({ hasText: name }).last()).toContainText('Annullato')
  })

  test('on a day of the agenda', async ({ page }) => {
    const { main, row } = await lastPlanned(page)
    await row.getByRole('link').click()
    await expect(page).toHaveURL(/open=/)
    await stopInTwo(page, main.getByRole('button', { name: 'Non contattare', exact: true }))
  })

  test('in a visit under way, whose draft stays', async ({ page }) => {
    const { main, row } = await lastPlanned(page)
    await row.getByRole('link').click()
    await main.getByRole('link', { name: /^Inizia la visita/ }).click()
    await expect(page).toHaveURL(/visits\/new/)
    await stopInTwo(page, stopOf(page))
    await expect(page.getByText(/non essere (più )?contattata/).first()).toBeVisible()
    await expect(page).toHaveURL(/visits\/new/)
  })

  test('in what is owed today', async ({ page }) => {
    await page.goto('/today')
    const owed = page.locator('main').getByRole('region', { name: 'Da richiamare e da rivedere' })
    await stopInTwo(page, stopOf(owed).first())
  })

  test('on a visit, and on a need', async ({ page }) => {
    const main = page.locator('main')
    for (const [list, pattern] of [
      ['/visits', /visits\/[0-9a-f-]{36}/],
      ['/needs', /needs\/[0-9a-f-]{36}/],
    ] as const) {
      await page.goto(list)
      const links = main.locator(`a[href^="${list}/"]`)
      await expect(links.first()).toBeVisible()
      const hrefs = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
      const stop = main.getByRole('button', { name: 'Non contattare', exact: true })
      // An earlier run has stopped some firms already.
      for (const href of hrefs.filter((one) => pattern.test(one)).slice(5)) {
        await page.goto(href)
        await expect(page).toHaveURL(pattern)
        await expect(main.getByRole('heading', { level: 1 })).toBeVisible()
        await awake(page)
        if (await stop.isVisible()) break
      }
      await stopInTwo(page, stop)
    }
  })
})
