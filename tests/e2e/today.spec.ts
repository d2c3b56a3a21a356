import type { Page } from '@playwright/test'
import { addDays, clockOf, dayOf } from '@/lib/today/rules'
import { awake, expect, expectAccessible, letIn, signIn, test } from '@/tests/support/browser'

/** Opens the first visit planned from tomorrow on, on its day, and says when the next one is. */
async function openPlanned(page: Page) {
  const main = page.locator('main')
  await page.goto(`/today?view=list&day=${addDays(dayOf(new Date()), 1)}`)
  const planned = main
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: /^Non contattare: / }) })
    .filter({ has: page.locator('a[href*="open="]'), hasNotText: /Annullato|Registrata/ })
  const next = new Date((await planned.nth(1).locator('time').getAttribute('datetime')) ?? '')
  await planned.first().getByRole('link').click()
  await expect(main.getByRole('button', { name: 'Sposta' })).toBeVisible()
  await awake(page)
  return { next }
}

/** Types a day and an hour into the dialog that moves a visit. */
async function typeMoment(page: Page, moment: Date) {
  const dialog = page.getByRole('dialog')
  const [year = '', month = '', day = ''] = dayOf(moment).split('-')
  await dialog.getByRole('spinbutton', { name: /^giorno/i }).click()
  await page.keyboard.type(`${day}${month}${year}`)
  await dialog.getByRole('spinbutton', { name: /^ora/i }).click()
  await page.keyboard.type(clockOf(moment).replace(':', ''))
}

test('a promoter moves an appointment from the agenda', async ({ page }) => {
  await signIn(page, 'promoter2', '/visits?mine=1')
  const main = page.locator('main')
  await expect(main.getByRole('heading', { level: 1, name: 'Visite' })).toBeVisible()
  await expectAccessible(page)
  await openPlanned(page)
  const dialog = page.getByRole('dialog')
  await main.getByRole('button', { name: 'Sposta' }).click()
  await expectAccessible(page)
  await dialog.getByRole('spinbutton', { name: /^ora/i }).click()
  await page.keyboard.type('18')
  await dialog.getByRole('button', { name: 'Sposta l’appuntamento' }).click()
  await expect(page.getByText('Appuntamento spostato.')).toBeVisible()
  await expect(main.getByText(/^18:\d\d$/)).toBeVisible()
})

test('a visit is put over another only once the promoter says that it may be', async ({ page }) => {
  await letIn(page, 'promoter2')
  const { next } = await openPlanned(page)
  const dialog = page.getByRole('dialog')
  const save = dialog.getByRole('button', { name: 'Sposta l’appuntamento' })
  await page.locator('main').getByRole('button', { name: 'Sposta' }).click()
  await typeMoment(page, next)
  // The page knows the week; the server, refusing, has it read anew. What that answers is held up.
  const anyway = dialog.getByRole('checkbox', { name: /^Fissa comunque/ })
  await expect(anyway).not.toBeChecked()
  const week = Promise.withResolvers<void>()
  await page.route('**/api/diary?*', async (route) => {
    await week.promise
    await route.continue()
  })
  await save.click()
  await expect(dialog.getByRole('alert')).toContainText('ha già una visita')
  await dialog.getByText('Fissa comunque').click()
  await expect(anyway).toBeChecked()
  week.resolve()
  await save.click()
  await expect(page.getByText('Appuntamento spostato.')).toBeVisible()
})

test('a promoter reads the week, cancels with a reason, and writes to the firm', async ({ page }) => {
  await letIn(page, 'promoter2')
  await openPlanned(page)
  const main = page.locator('main')
  await page.keyboard.press('s')
  await expect(main.getByRole('link', { name: 'Settimana', exact: true })).toHaveAttribute('aria-current', 'page')
  await page.keyboard.press('l')
  await expect(main.getByRole('link', { name: 'Elenco', exact: true })).toHaveAttribute('aria-current', 'page')
  await page.keyboard.press('g')
  await main.getByRole('button', { name: /^Messaggio per/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Testo')).toHaveValue(/(Le confermo|è cambiato)[\s\S]*Chi viene: [\s\S]*2016\/679/)
  await dialog.getByText('English').click()
  await expect(dialog.getByLabel('Testo')).toHaveValue(/Who comes: /)
  await dialog.getByLabel('Oggetto').fill('Our visit')
  await expect(dialog.getByRole('link', { name: 'Apri nella posta' })).toHaveAttribute(
    'href',
    /^mailto:.*subject=Our%20visit/,
  )
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await main.getByRole('button', { name: 'Annulla' }).click()
  await dialog.getByRole('button', { name: 'Annulla l’appuntamento' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await dialog.getByLabel('Motivo').fill('Titolare in ferie')
  await dialog.getByRole('button', { name: 'Annulla l’appuntamento' }).click()
  await expect(page.getByText(/^Appuntamento annullato/)).toBeVisible()
  await expect(main.getByText('Annullato').first()).toBeVisible()
})

test('a promoter marks that nobody was there, once the time has come', async ({ page }) => {
  await letIn(page, 'promoter')
  await openPlanned(page)
  const main = page.locator('main')
  await expect(main.getByRole('button', { name: 'Nessuno presente' })).toHaveCount(0)
  await page.goto('/today')
  await expect(main.getByRole('heading', { level: 1, name: 'Oggi' })).toBeVisible()
  // Under way or past. Before the first of the day, and on days off, there is none.
  const begun = main.getByRole('article').filter({ hasText: /Da registrare|Nessuno presente/ })
  if ((await begun.count()) === 0) return
  const name = (await begun.first().getByRole('heading').textContent()) ?? ''
  const missed = main.getByRole('article').filter({ hasText: name })
  const show = missed.getByRole('link', { name: /^Mostra/ })
  if (await show.isVisible()) await show.click()
  const dialog = page.getByRole('dialog')
  await awake(page)
  await missed.getByRole('button', { name: 'Nessuno presente' }).click()
  await dialog.getByRole('button', { name: 'Segna nessuno presente' }).click()
  await expect(page.getByText(/^Segnato/)).toBeVisible()
  await expect(missed.getByText('Nessuno presente')).toBeVisible()
  await expect(missed.getByRole('button', { name: 'Sposta' })).toHaveCount(0)
})

test('a promoter takes the agenda along in a calendar, and takes the address back', async ({ page, request }) => {
  await signIn(page, 'promoter2', '/settings')
  const main = page.locator('main')
  await main.getByRole('button', { name: 'Crea l’indirizzo' }).click()
  const address = (await main.locator('code').textContent()) ?? ''
  expect(address).toMatch(/\/api\/calendar\/[\w-]{43}\.ics$/)
  await expectAccessible(page)
  const feed = await request.get(address)
  expect(feed.headers()['content-type']).toContain('text/calendar')
  expect(feed.headers()['cache-control']).toBe('no-store')
  expect(await feed.text()).toContain('BEGIN:VEVENT')
  await page.reload()
  await expect(main.getByText(/^Indirizzo attivo da /)).toBeVisible()
  await expect(main.locator('code')).toHaveCount(0)
  await main.getByRole('button', { name: 'Revoca' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoca' }).click()
  await expect(page.getByText('Indirizzo revocato.')).toBeVisible()
  expect((await request.get(address)).status()).toBe(404)
})

test('the bell tells what falls due, once in all tabs, and hides what the promoter has seen', async ({
  page,
  context,
}) => {
  const noticed: string[] = []
  await context.exposeFunction('noticed', (tag: string) => void noticed.push(tag))
  // The browser's own notifications, overheard: a screenshot cannot see them.
  await context.addInitScript(() => {
    const overheard = class {
      static permission = 'granted'
      static requestPermission = async () => 'granted'
      constructor(_: string, { tag }: { tag: string }) {
        void (window as unknown as { noticed(tag: string): void }).noticed(tag)
      }
    }
    Object.defineProperty(window, 'Notification', { value: overheard })
  })
  await letIn(page, 'promoter')
  await openPlanned(page)
  const dialog = page.getByRole('dialog')
  await page.locator('main').getByRole('button', { name: 'Sposta' }).click()
  await typeMoment(page, new Date(Date.now() + 30 * 60_000))
  await dialog.getByRole('button', { name: 'Sposta l’appuntamento' }).click()
  const moved = page.getByText('Appuntamento spostato.')
  // The hour of the test may be that of another visit. The box stands there before the server refuses: its answer is
  // waited for, or the notice would move the box under the click.
  const refused = dialog.getByRole('alert')
  await expect(moved.or(refused)).toBeVisible()
  if (await refused.isVisible()) {
    await dialog.getByText('Fissa comunque').click()
    await expect(dialog.getByRole('checkbox', { name: /^Fissa comunque/ })).toBeChecked()
    await dialog.getByRole('button', { name: 'Sposta l’appuntamento' }).click()
  }
  await expect(moved).toBeVisible()
  const bell = (on: typeof page) => on.getByRole('banner').getByRole('button', { name: /^Promemoria/ })
  await page.goto('/today')
  await expect(bell(page)).not.toHaveAccessibleName('Promemoria: nessuno')
  await expect.poll(() => noticed.length).toBeGreaterThan(0)
  const second = await context.newPage()
  await second.goto('/settings')
  await expect(bell(second)).not.toHaveAccessibleName('Promemoria: nessuno')
  await page.bringToFront()
  await bell(page).click()
  const panel = page.getByRole('dialog', { name: 'Promemoria' })
  const rows = panel.getByRole('listitem')
  await expect(rows.first()).toBeVisible()
  const before = await rows.count()
  await expectAccessible(page)
  await panel
    .getByRole('button', { name: /^Nascondi/ })
    .first()
    .click()
  await expect(rows).toHaveCount(before - 1)
  // The other tab knows at once; and each thing was notified once.
  await expect(bell(second)).toHaveAccessibleName(`Promemoria: ${['nessuno', 'uno'][before - 1] ?? before - 1}`)
  expect(new Set(noticed).size).toBe(noticed.length)
})
