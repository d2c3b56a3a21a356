import { expect, expectAccessible, signIn, test } from '@/tests/support/browser'

test('an admin lets somebody in, and out again: it counts from the next request', async ({ page, browser }) => {
  const email = `prova.${Date.now()}@example.test`
  const name = `Prova ${email.slice(6, 19)}`
  const main = page.locator('main')
  await signIn(page, 'admin', '/settings/users')
  await main.getByRole('link', { name: 'Aggiungi un utente' }).click()
  await main.getByLabel('Nome e cognome').fill(name)
  await main.getByLabel('E-mail').fill(email)
  await main.getByText('Ufficio', { exact: true }).click()
  await main.getByRole('button', { name: 'Aggiungi l’utente' }).click()
  await expect(main.getByRole('alert')).toContainText('Scegli l’ufficio')
  await expect(main.getByLabel('E-mail')).toHaveValue(email)
  await main.getByText('Dirigenza', { exact: true }).click()
  await expectAccessible(page)
  await main.getByRole('button', { name: 'Aggiungi l’utente' }).click()
  await expect(main.getByRole('status')).toContainText(`${name} ora può accedere.`)
  const password = await main.getByText(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/).textContent()

  const elsewhere = await (await browser.newContext({ locale: 'it-IT' })).newPage()
  await elsewhere.goto('/sign-in')
  await elsewhere.getByLabel('E-mail').fill(email)
  await elsewhere.getByLabel('Password').fill(password ?? '')
  await elsewhere.getByRole('button', { name: 'Accedi' }).click()
  await expect(elsewhere).toHaveURL(/\/insight$/)
  await elsewhere.goto('/settings/users')
  await expect(elsewhere.locator('main')).not.toContainText(email)

  await main.getByRole('link', { name: 'Torna agli utenti' }).click()
  await main.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await main.getByText('Può accedere', { exact: true }).click()
  await main.getByRole('button', { name: 'Salva le modifiche' }).click()
  await expect(page.getByText('Modifiche salvate.')).toBeVisible()
  await expectAccessible(page)

  await elsewhere.goto('/insight')
  await expect(elsewhere).toHaveURL(/sign-in/)

  await page.goto('/settings/activity?period=today')
  const deed = main.getByRole('listitem').filter({ hasText: name }).filter({ hasText: 'Utente modificato' })
  await deed.getByText('Che cosa è cambiato').click()
  await expect(deed).toContainText('Può accedere')
  await expectAccessible(page)
})
