import { describe, expect, test } from 'vitest'
import { addressOf } from '@/lib/users/address'
import { hashPassword, verifyPassword } from '@/lib/users/password'
import { delayAfter, generatePassword, normalEmail, pathWithin, signInFor } from '@/lib/users/rules'
import { newPassword, newUser, userChange } from '@/lib/users/schema'

describe('failed sign-ins', () => {
  test('four are free, the fifth costs 30 seconds, each further one twice as much, never more than 15 minutes', () => {
    expect([1, 4, 5, 6, 7, 8, 9, 10, 11, 50].map(delayAfter)).toEqual([0, 0, 30, 60, 120, 240, 480, 900, 900, 900])
  })
})

describe('after signing in', () => {
  test('one goes on to a page of this site', () => {
    expect(pathWithin('/firms?q=rossi')).toBe('/firms?q=rossi')
  })
  test.each([
    undefined,
    '',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/sign-in?callbackUrl=/',
  ])('%s leads to the first page instead', (target) => {
    expect(pathWithin(target)).toBe('/')
  })
})

describe('passwords', () => {
  test('are kept as argon2id with the parameters OWASP asks for', async () => {
    expect(await hashPassword('una frase molto lunga')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })
  test('only the right one is right, and nobody has one', async () => {
    const hash = await hashPassword('una frase molto lunga')
    expect(await verifyPassword(hash, 'una frase molto lunga')).toBe(true)
    expect(await verifyPassword(hash, 'una frase molto corta')).toBe(false)
    expect(await verifyPassword(null, 'una frase molto lunga')).toBe(false)
  })
  test('made by the product are long, readable and never the same', () => {
    const made = Array.from({ length: 50 }, generatePassword)
    expect(new Set(made).size).toBe(50)
    for (const password of made) {
      expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/)
      expect(newPassword.safeParse(password).success).toBe(true)
    }
  })
  test('need twelve characters', () => {
    expect(newPassword.safeParse('undici-11-c').error?.issues[0]?.message).toBe('passwordShort')
  })
})

describe('a user', () => {
  const id = '01900000-0000-7000-8000-000000000001'
  const typed = { id, email: ' Anna.Bruni@Camera.IT ', name: ' Anna Bruni ', password: 'dodici-caratteri' }

  test('has an e-mail in lower case, whatever was typed', () => {
    expect(normalEmail(typed.email)).toBe('anna.bruni@camera.it')
    expect(newUser.parse({ ...typed, role: 'manager' })).toMatchObject({
      email: 'anna.bruni@camera.it',
      name: 'Anna Bruni',
    })
  })
  test('of an office needs the office; of another role has none', () => {
    const missing = newUser.safeParse({ ...typed, role: 'office' })
    expect(missing.error?.issues).toMatchObject([{ path: ['officeId'], message: 'officeRequired' }])
    expect(newUser.parse({ ...typed, role: 'manager', officeId: id }).officeId).toBeUndefined()
  })
  test('is switched off by an empty switch', () => {
    const form = { id, version: '7', name: 'Anna', role: 'manager' }
    expect(userChange.parse(form)).toMatchObject({ active: false, version: 7 })
    expect(userChange.parse({ ...form, active: 'on' }).active).toBe(true)
  })
})

describe('the address a sign-in comes from', () => {
  const seenBy = (forwarded: string) => addressOf({ 'x-forwarded-for': forwarded })

  test('is what the nearest proxy saw, not what the client claims', () => {
    expect(seenBy('6.6.6.6, 203.0.113.7')).toBe('203.0.113.7')
  })
  test('is the same for the two ways of writing an IPv4 address', () => {
    expect(seenBy('::ffff:203.0.113.7')).toBe('203.0.113.7')
  })
  test('is the whole /64 for IPv6', () => {
    expect(seenBy('2001:db8:0:7:aaaa::1')).toBe('2001:db8:0:7::/64')
    expect(seenBy('2001:0db8::7:bbbb:0:0:2')).toBe('2001:db8:0:7::/64')
    expect(seenBy('::1')).toBe('0:0:0:0::/64')
  })
  test('is empty where nothing is known', () => {
    expect(addressOf({})).toBe('')
    expect(addressOf(undefined)).toBe('')
  })
})

describe('a stranger', () => {
  test('is led back to the page that was asked for', () => {
    expect(signInFor('/firms?q=d%27amico&_rsc=1a2b3')).toBe('/sign-in?callbackUrl=%2Ffirms%3Fq%3Dd%2527amico')
    expect(signInFor('/insight')).toBe('/sign-in?callbackUrl=%2Finsight')
  })
  test('who asked for the first page, a file or nothing of ours signs in to the first page', () => {
    for (const asked of ['/', '/?_rsc=1a2b3', '/api/exports/firms', '/sign-in', '//elsewhere.example', null])
      expect(signInFor(asked)).toBe('/sign-in')
  })
})
