import { awake, expect, expectAccessible, signIn, THEMES, test } from '@/tests/support/browser'

test('a promoter calls: no answer by keyboard alone, then a callback, then an appointment', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await signIn(page, 'promoter2', '/calls')
  const main = page.locator('main')
  const start = main.getByRole('button', { name: 'Chiama la prossima impresa' })
  const firm = main.getByRole('region', { name: 'Scheda impresa' }).getByRole('heading', { level: 2 }).first()
  // Whatever an earlier run left on the telephone goes back first.
  const pause = main.getByRole('button', { name: 'Pausa' })
  await expect(start.or(pause)).toBeVisible()
  await awake(page)
  if (await pause.isVisible()) await pause.click()
  // The button has the focus.
  await expect(start).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(firm).toBeVisible()
  await awake(page)
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

/** The part of the desk that changes with the outcome. */
const FORM = 'form[data-outcome]'

test('what each outcome asks for is in order, and what lacks is refused with everything still there', async ({
  page,
}) => {
  test.slow()
  await page.setViewportSize({ width: 1440, height: 900 })
  await signIn(page, 'promoter2', '/calls')
  const main = page.locator('main')
  const start = main.getByRole('button', { name: 'Chiama la prossima impresa' })
  const pause = main.getByRole('button', { name: 'Pausa' })
  await expect(start.or(pause)).toBeVisible()
  await awake(page)
  if (await start.isVisible()) await start.click()
  const interviewed = main.getByRole('radio', { name: 'Intervistata al telefono' })
  await expect(interviewed).toBeVisible()
  await awake(page)
  await page.keyboard.press('2')
  await expect(interviewed).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(main.getByRole('alert')).toContainText('Presenza digitale')
  await expect(interviewed).toBeChecked()
  // Somebody new, needs in the firm's own words, and the list of what lacks.
  await main.getByRole('button', { name: /Referente/ }).click()
  await page.getByRole('option', { name: 'Aggiungi una persona' }).click()
  await main.getByRole('button', { name: 'Credito' }).click()
  await expect(main.getByLabel('Parole dell’impresa: Credito')).toBeVisible()
  await main.getByRole('button', { name: 'Salva e passa alla prossima' }).click()
  await expect(main.getByRole('alert')).toContainText('Nome e cognome')
  await expectAccessible(page, THEMES, FORM)
  // The other forms, made of the same fields; that of a callback is looked at above.
  for (const [key, name, asked] of [
    ['1', 'Appuntamento', main.getByRole('group', { name: /^Ora di/ })],
    ['4', 'Non risponde', main.getByRole('heading', { name: 'Nuovo tentativo' })],
    ['5', 'Occupato o segreteria', main.getByRole('heading', { name: 'Nuovo tentativo' })],
    ['6', 'Numero errato', main.getByRole('heading', { name: 'Quale numero è errato' })],
    ['7', 'Non interessata', main.getByRole('button', { name: /Referente/ })],
    ['8', 'Non contattare più', main.getByLabel('Motivo')],
    ['9', 'Impresa cessata', main.getByText('Esce dalla campagna')],
  ] as const) {
    await main.getByRole('radio', { name }).press(key)
    await expect(asked).toBeVisible()
    const change = main.getByRole('button', { name: 'Scegli tu quando' })
    if (await change.isVisible()) await change.click()
    await expectAccessible(page, ['light'], FORM)
  }
  // On a telephone the outcome comes before what happened so far, for the eye and for who goes from field to field.
  await page.setViewportSize({ width: 390, height: 844 })
  const told = main.getByRole('region', { name: 'Dati e cronologia' })
  await expect(told.getByRole('heading', { name: 'Cronologia' })).toBeVisible()
  const before = await told.evaluate((later, selector) => {
    const form = later.parentElement?.querySelector(selector)
    const follows = form && form.compareDocumentPosition(later) & Node.DOCUMENT_POSITION_FOLLOWING
    return follows && form.getBoundingClientRect().bottom <= later.getBoundingClientRect().top
  }, FORM)
  expect(before).toBe(true)
  await expectAccessible(page, ['light'])
  await page.setViewportSize({ width: 1440, height: 900 })
  // A click would wait for two frames (`awake` says why not).
  await pause.press('Enter')
  await expect(start).toBeVisible()
})
