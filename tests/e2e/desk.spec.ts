import type { Locator, Page } from '@playwright/test'
import { awake, expect, expectAccessible, signIn, test } from '@/tests/support/browser'

/** Counts what a promoter presses, chords as one; what is typed into a field is not counted. */
class Keys {
  pressed = 0
  constructor(private readonly page: Page) {}
  async press(key: string) {
    this.pressed += 1
    await this.page.keyboard.press(key)
  }
}

function deskOf(page: Page) {
  const main = page.locator('main')
  return {
    main,
    start: main.getByRole('button', { name: 'Chiama la prossima impresa' }),
    pause: main.getByRole('button', { name: 'Pausa' }),
    firm: main.getByRole('region', { name: 'Scheda impresa' }).getByRole('heading', { level: 2 }).first(),
    /** What a screen reader is told. */
    said: main.locator('p.sr-only[role=status]'),
  }
}

/** The desk with a firm on the telephone, awake. */
async function openDesk(page: Page) {
  await page.setViewportSize({ width: 1440, height: 900 })
  await signIn(page, 'promoter', '/calls')
  const desk = deskOf(page)
  await expect(desk.start.or(desk.pause)).toBeVisible()
  await awake(page)
  if (await desk.start.isVisible()) await desk.start.click()
  await expect(desk.firm).toBeVisible()
  await awake(page)
  await page.keyboard.press('7')
  await expect(desk.main.getByRole('radio', { name: 'Non interessata' })).toBeChecked()
  return desk
}

const nameOf = async (firm: Locator) => (await firm.textContent()) ?? ''

test('a no-answer costs two presses, and a screen reader is told what was saved and who is next', async ({ page }) => {
  const { main, firm, said, pause } = await openDesk(page)
  const called = await nameOf(firm)
  const keys = new Keys(page)
  await keys.press('4')
  await keys.press('Control+Enter')
  await expect(firm).not.toHaveText(called)
  expect(keys.pressed).toBeLessThanOrEqual(2)
  await expect(said).toHaveText(`Salvato: ${called}, Non risponde. Prossima impresa: ${await nameOf(firm)}.`)
  await expect(main.getByRole('radio', { checked: true })).toHaveCount(0)
  await expectAccessible(page)
  await pause.click()
})

test('an appointment costs no more than eight presses beyond typing', async ({ page }) => {
  const { main, firm, said, pause } = await openDesk(page)
  const visited = await nameOf(firm)
  const keys = new Keys(page)
  await keys.press('1')
  const slots = main.getByRole('group', { name: /^Ora di/ })
  await expect(slots.getByRole('button', { disabled: false }).first()).toBeFocused()
  await keys.press('Enter')
  await expect(slots.getByRole('button', { pressed: true })).toHaveCount(1)
  await keys.press('b')
  await keys.press('Enter')
  await keys.press('n')
  await page.keyboard.type('Suonare al citofono')
  await keys.press('Control+Enter')
  await expect(firm).not.toHaveText(visited)
  expect(keys.pressed).toBeLessThanOrEqual(8)
  await expect(said).toContainText(`Salvato: ${visited}, Appuntamento.`)
  await pause.click()
})

test.describe('with the connection lost', () => {
  test.use({ allowedErrors: [/ERR_INTERNET_DISCONNECTED|Failed to fetch/] })

  test('what was typed stays, over a reload too, and goes by itself when the connection is back', async ({
    page,
    context,
  }) => {
    const { main, firm, pause } = await openDesk(page)
    const called = await nameOf(firm)
    await page.keyboard.press('7')
    await page.keyboard.press('n')
    await page.keyboard.type('Richiamano loro')
    await page.reload()
    await expect(main.getByLabel('Nota')).toHaveValue('Richiamano loro')
    await expect(main.getByRole('radio', { name: 'Non interessata' })).toBeChecked()
    // The pieces that come after the first sight are there.
    await page.waitForLoadState('networkidle')
    await context.setOffline(true)
    await main.getByLabel('Nota').press('Control+Enter')
    await expect(main.getByRole('alert')).toContainText('Il testo è al sicuro')
    await expect(main.getByLabel('Nota')).toHaveValue('Richiamano loro')
    await context.setOffline(false)
    await expect(firm).not.toHaveText(called)
    await pause.click()
  })
})

test('a wrong outcome is put right on the same day, and the timeline keeps both', async ({ page }) => {
  const { main, firm, pause } = await openDesk(page)
  const called = await nameOf(firm)
  await page.keyboard.press('4')
  await page.keyboard.press('Control+Enter')
  await expect(firm).not.toHaveText(called)
  await pause.click()
  await main.getByRole('link', { name: /oggi/ }).click()
  await expect(page).toHaveURL(/calls\/today/)
  await main
    .getByRole('button', { name: `Correggi l’esito: ${called}` })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Non risponde' }).press('7')
  await expect(dialog.getByRole('radio', { name: 'Non interessata' })).toBeChecked()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Salva l’esito giusto' }).click()
  await expect(dialog).toBeHidden()
  await main.getByRole('link', { name: called }).first().click()
  await expect(main.getByText('Esito da Non risponde a Non interessata.')).toBeVisible()
})

test('a draft survives a crash of the page', async ({ page, context }) => {
  const { firm } = await openDesk(page)
  const called = await nameOf(firm)
  await page.keyboard.press('n')
  await page.keyboard.type('Il titolare rientra lunedì')
  const crashed = page.waitForEvent('crash')
  await page.goto('chrome://crash').catch(() => {})
  await crashed
  const again = await context.newPage()
  await again.setViewportSize({ width: 1440, height: 900 })
  await again.goto('/calls')
  const desk = deskOf(again)
  await expect(desk.firm).toHaveText(called)
  await expect(desk.main.getByLabel('Nota', { exact: true })).toHaveValue('Il titolare rientra lunedì')
  await expect(desk.main.getByRole('radio', { name: 'Non interessata' })).toBeChecked()
  await desk.pause.click()
})

test('a note for colleagues is left beside the call, and nothing of the call is lost', async ({ page }) => {
  const { main, firm, pause } = await openDesk(page)
  const called = await nameOf(firm)
  await page.keyboard.press('n')
  await page.keyboard.type('Resta qui')
  await main.getByRole('button', { name: 'Aggiungi nota' }).click()
  await expect(main.getByLabel('Nota per i colleghi')).toBeFocused()
  await page.keyboard.type('Citofonare al secondo piano')
  await expectAccessible(page)
  await main.getByRole('button', { name: 'Salva la nota' }).click()
  await expect(main.getByRole('listitem').filter({ hasText: 'Citofonare al secondo piano' })).toBeVisible()
  await expect(main.getByLabel('Nota', { exact: true })).toHaveValue('Resta qui')
  await expect(firm).toHaveText(called)
  await pause.click()
})

test('do not contact takes two presses at the desk', async ({ page }) => {
  const { main, firm, pause } = await openDesk(page)
  const called = await nameOf(firm)
  const keys = new Keys(page)
  await main.getByRole('button', { name: 'Non contattare', exact: true }).focus()
  await keys.press('Enter')
  const confirm = page.getByRole('dialog').getByRole('button', { name: 'Non contattare più' })
  await expect(confirm).toBeVisible()
  await confirm.focus()
  await keys.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(keys.pressed).toBe(2)
  await expect(main.locator('a[href^="tel:"]')).toHaveCount(0)
  await expect(main.getByRole('button', { name: called })).toHaveCount(0)
  if (await pause.isVisible()) await pause.click()
})

test('an appointment is confirmed by a call the day before, which stands in the agenda of who arranged it', async ({
  page,
}) => {
  const { main, firm, pause } = await openDesk(page)
  const visited = await nameOf(firm)
  await page.keyboard.press('1')
  for (let week = 0; week < 3; week++) await main.getByRole('button', { name: 'Settimana successiva' }).click()
  const days = main.getByRole('group', { name: 'Giorno' }).getByRole('button', { pressed: false, disabled: false })
  await days.nth(1).click()
  const slots = main.getByRole('group', { name: /^Ora di/ })
  await slots.getByRole('button', { disabled: false, pressed: false }).first().click()
  await main.getByText('Richiamo di conferma').click()
  await expect(main.getByRole('switch', { name: 'Richiamo di conferma' })).toBeChecked()
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(firm).not.toHaveText(visited)
  await pause.click()
  const soon = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10)
  await page.goto(`/today?view=list&day=${soon}`)
  await main.getByRole('link', { name: visited }).first().click()
  await expect(main.getByText('Richiamo di conferma:')).toBeVisible()
  await main
    .getByRole('list', { name: 'Appuntamenti' })
    .getByRole('button', { name: `Segna confermato: ${visited}` })
    .click()
  await expect(main.getByText('Confermato dall’impresa')).toBeVisible()
  await expect(main.getByText('Richiamo di conferma:')).toHaveCount(0)
})

test('a field of the register is put right while the firm is on the telephone, and the call goes on', async ({
  page,
}) => {
  const { main, firm, pause } = await openDesk(page)
  const called = await nameOf(firm)
  await page.keyboard.press('n')
  await page.keyboard.type('Resta qui')
  await main.getByRole('button', { name: 'Correggi i dati' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('E-mail').fill('non è una e-mail')
  await dialog.getByRole('button', { name: 'Salva le correzioni' }).click()
  await expect(dialog.getByRole('alert')).toContainText('E-mail')
  const email = `info${Date.now()}@prova.example`
  await dialog.getByLabel('E-mail').fill(email)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Salva le correzioni' }).click()
  await expect(dialog).toBeHidden()
  await expect(firm).toHaveText(called)
  await expect(main.getByText(email)).toBeVisible()
  await expect(main.getByLabel('Nota', { exact: true })).toHaveValue('Resta qui')
  // It is a correction: the firm's page says that it is ours, and the register's own value stays underneath.
  const sheet = await page.context().newPage()
  await sheet.goto(`/firms?q=${encodeURIComponent(called)}`)
  // More firms than one may have the name.
  const sameName = sheet.locator('main').getByRole('link', { name: called })
  await expect(sameName.first()).toBeVisible()
  const ours = sheet.locator('main').getByText(email).first()
  for (const address of await sameName.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))) {
    await sheet.goto(address)
    await awake(sheet)
    if (await ours.isVisible()) break
  }
  await expect(ours).toBeVisible()
  await expect(
    sheet
      .locator('main')
      .getByText(/^Corretto da noi/)
      .first(),
  ).toBeVisible()
  await sheet.close()
  await pause.click()
})
