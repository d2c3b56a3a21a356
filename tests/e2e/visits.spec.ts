import { expect, expectAccessible, signIn, test } from '@/tests/support/browser'

test.use({ viewport: { width: 390, height: 844 } })

test('a promoter runs a visit through its five steps, and it arrives on the firm’s page and among the needs', async ({
  page,
}) => {
  test.slow()
  const words = `Pressa da finanziare ${Date.now()}`
  await signIn(page, 'promoter', '/today')
  const main = page.locator('main')
  await expect(main.getByRole('heading', { level: 1, name: 'Oggi' })).toBeVisible()

  // On a day without appointments the next planned one is visited ahead of its time.
  const begin = main.getByRole('link', { name: 'Inizia la visita', exact: true })
  if ((await begin.count()) > 0) await begin.first().click()
  else {
    await page.goto('/visits?mine=1')
    await main.locator('#planned').getByRole('listitem').first().getByRole('link').click()
  }
  await expect(main.getByRole('heading', { name: 'Chi hai incontrato?' })).toBeVisible()
  await expectAccessible(page)
  await main.getByRole('button', { name: 'Aggiungi persona' }).click()
  await main.getByLabel('Nome e cognome').fill('Matteo Cifra')
  await main.getByRole('button', { name: 'Aggiungi', exact: true }).click()
  await main.getByText('Informativa consegnata').click()
  await expect(main.getByText('Bozza salvata')).toBeVisible()

  await page.reload()
  await main.getByRole('button', { name: /Riprendi la bozza/ }).click()
  await expect(main.getByText('Matteo Cifra')).toBeVisible()

  await main.getByRole('button', { name: 'Avanti: servizi' }).click()
  await main.getByText('Formazione STEP').click()
  await main
    .getByRole('radiogroup', { name: 'Formazione STEP: Lo conosceva già?' })
    .getByText('No', { exact: true })
    .click()
  await expectAccessible(page)

  await main.getByRole('button', { name: 'Avanti: bisogni' }).click()
  await expect(main.getByRole('heading', { name: 'Che cosa serve all’impresa?' })).toBeVisible()
  const credit = main.getByRole('button', { name: 'Aggiungi: Credito' })
  if ((await credit.count()) > 0) await credit.click()
  else if ((await main.getByRole('button', { name: 'Togli Accesso al credito' }).count()) === 0)
    await main.getByRole('button', { name: 'Apri Accesso al credito' }).click()
  await main.getByText('Alta', { exact: true }).click()
  await main.getByLabel('Con le parole dell’impresa').fill(words)
  await expectAccessible(page)

  await main.getByRole('button', { name: 'Avanti: digitale' }).click()
  await main.getByText('E-mail, senza sito').click()
  await main.getByRole('button', { name: 'PEC attiva' }).click()
  await main.getByRole('button', { name: 'Avanti: seguito' }).click()
  await main.getByText('Interessata', { exact: true }).click()
  await expectAccessible(page)
  await main.getByRole('button', { name: 'Salva la visita' }).click()

  await expect(page).toHaveURL(/\/visits\/[0-9a-f-]{36}$/, { timeout: 30_000 })
  await page.reload()
  await expect(main.getByText(`«${words}»`)).toBeVisible()
  await expectAccessible(page)
  await main.getByRole('heading', { level: 1 }).getByRole('link').click()
  await expect(page).toHaveURL(/\/firms\//)
  await expect(main.getByText(words).first()).toBeVisible()

  await page.goto(`/needs?mine=1&q=${encodeURIComponent(words)}`)
  await expect(main.getByRole('row')).toHaveCount(2)
  await main.getByRole('row').last().getByRole('link').click()
  await expect(main.getByText(`«${words}»`)).toBeVisible()
})
