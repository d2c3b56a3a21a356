import { expect, expectAccessible, signIn, test } from '@/tests/support/browser'

test('a promoter calls: no answer by keyboard alone, then a callback, then an appointment', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await signIn(page, 'promoter2')
  await page.goto('/calls')
  const main = page.locator('main')
  const start = main.getByRole('button', { name: 'Chiama la prossima impresa' })
  const firm = main.getByRole('region', { name: 'Scheda impresa' }).getByRole('heading', { level: 2 }).first()
  // Whatever an earlier run left on the telephone goes back first.
  const pause = main.getByRole('button', { name: 'Pausa' })
  await expect(start.or(pause)).toBeVisible()
  await expect(async () => {
    if (await pause.isVisible()) await pause.click({ timeout: 2000 })
    await expect(start).toBeVisible({ timeout: 2000 })
  }).toPass()
  // The button has the focus; keys work once the browser is awake.
  await expect(start).toBeFocused()
  await expect(async () => {
    await page.keyboard.press('Enter')
    await expect(firm).toBeVisible({ timeout: 2000 })
  }).toPass()
  const unanswered = (await firm.textContent()) ?? ''
  await page.keyboard.press('4')
  await expect(main.getByText(/^Torna in lista|dopo questo l’impresa esce dalla lista/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(main.getByText(`${unanswered}: esito salvato`)).toBeVisible()
  await expect(firm).not.toHaveText(unanswered)

  const calledBack = (await firm.textContent()) ?? ''
  await page.keyboard.press('3')
  await main.getByRole('button', { name: /alle 9:30/ }).click()
  await page.keyboard.press('n')
  await page.keyboard.type('Parlato con la titolare')
  await page.reload()
  await expect(main.getByLabel('Nota')).toHaveValue('Parlato con la titolare')
  await expectAccessible(page)
  await main.getByLabel('Nota').press('Control+Enter')
  await expect(firm).not.toHaveText(calledBack)

  const visited = (await firm.textContent()) ?? ''
  await page.keyboard.press('1')
  // Two weeks on, where the demo's diary has room.
  await main.getByRole('button', { name: 'Settimana successiva' }).click()
  await main.getByRole('button', { name: 'Settimana successiva' }).click()
  const days = main.getByRole('group', { name: 'Giorno' }).getByRole('button', { pressed: false, disabled: false })
  await days.nth(2).click()
  await main
    .getByRole('group', { name: /^Ora di/ })
    .getByRole('button', { disabled: false })
    .first()
    .click()
  await main.getByRole('button', { name: 'Credito' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(firm).not.toHaveText(visited)
  await pause.click()
  await expect(start).toBeVisible()
})

test('an outcome that lacks something is refused, with everything still there', async ({ page }) => {
  await signIn(page, 'promoter2')
  await page.goto('/calls')
  const main = page.locator('main')
  const start = main.getByRole('button', { name: 'Chiama la prossima impresa' })
  const pause = main.getByRole('button', { name: 'Pausa' })
  await expect(start.or(pause)).toBeVisible()
  if (await start.isVisible()) await start.click()
  const interviewed = main.getByRole('radio', { name: 'Intervistata al telefono' })
  // Keys work once the browser is awake.
  await expect(async () => {
    await page.keyboard.press('2')
    await expect(interviewed).toBeChecked({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('Control+Enter')
  await expect(main.getByRole('alert')).toContainText('Presenza digitale')
  await expect(interviewed).toBeChecked()
  await pause.click()
  await expect(start).toBeVisible()
})
