import { expect, expectAccessible, letIn, signIn, test } from '../support/browser'

// Other journeys call and visit before this one: the exact figures of the programme are held by insight-demo.test.ts.
test('the manager reads what firms need, by sector, down to the firms', async ({ page }) => {
  await signIn(page, 'manager', '/insight')
  const main = page.locator('main')
  await expect(main.getByRole('heading', { level: 1, name: 'Bisogni e risultati' })).toBeVisible()
  await expect(main.getByText('= 3,0% del Registro')).toBeVisible()
  await expect(main.getByText(/Base: 3\d\d imprese visitate/).first()).toBeVisible()

  const ranking = main.getByRole('region', { name: 'Bisogni più espressi', exact: true })
  await ranking.getByRole('button', { name: 'Tabella' }).click()
  const table = ranking.getByRole('table')
  await expect(table.getByRole('row', { name: /^Accesso al credito 1\d\d / })).toBeVisible()
  await page.reload()
  await expect(table).toBeVisible()

  const cell = main.getByRole('link', { name: /^Edilizia, Accesso al credito/ })
  const visited = (await cell.getAttribute('aria-label'))?.match(/ su (\d+)/)?.[1]
  await cell.focus()
  await page.keyboard.press('ArrowDown')
  await expect(main.getByRole('link', { name: /^Servizi, Accesso al credito/ })).toBeFocused()

  await main.getByRole('button', { name: /Settore/ }).click()
  await page.getByRole('option', { name: 'Edilizia' }).click()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/sector=/)
  await expect(main.getByRole('status').filter({ hasText: `${visited} visitate` })).toBeVisible()

  await table.getByRole('link', { name: 'Accesso al credito' }).click()
  await expect(main.getByRole('heading', { level: 1, name: /chiedono «Accesso al credito»/ })).toBeVisible()
  await expect(main.getByRole('row').nth(1)).toContainText('Edilizia')
  await expectAccessible(page)
  await main.getByRole('link', { name: 'Bisogni e risultati' }).click()
  await expect(page).toHaveURL(/\/insight\?sector=/)
})

test('a filter pressed before the code of its list has come opens as it comes', async ({ page }) => {
  const list = Promise.withResolvers<void>()
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    const response = await route.fetch()
    if (/openAtOnce.*selectionMode:"multiple"/s.test(await response.text())) await list.promise
    await route.fulfill({ response })
  })
  await letIn(page, 'manager')
  // The code that is held up holds up the browser's "load" too.
  await page.goto('/insight', { waitUntil: 'commit' })
  const pill = page.locator('main').getByRole('button', { name: /Settore/ })
  await pill.waitFor()
  await pill.evaluate(async (button) => {
    const isHeld = () => Object.keys(button).some((key) => key.startsWith('__reactFiber$'))
    while (!isHeld()) await new Promise((next) => requestAnimationFrame(next))
  })
  await pill.click()
  await expect(page.getByRole('option')).toHaveCount(0)
  list.resolve()
  await expect(page.getByRole('option', { name: 'Edilizia' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(pill).toBeFocused()
})

test.describe('a promoter', () => {
  test.use({ allowedErrors: [/status of 403/] })

  test('is told that the page is not theirs', async ({ page }) => {
    await signIn(page, 'promoter')
    const answer = await page.goto('/insight')
    expect(answer?.status()).toBe(403)
    await expect(page.getByRole('heading', { name: 'Bisogni più espressi' })).toHaveCount(0)
  })
})
