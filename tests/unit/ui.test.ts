import fc from 'fast-check'
import { expect, it } from 'vitest'
import { barItems, navGroups } from '@/components/shell/nav-items'
import { initials } from '@/components/ui/avatar'
import { fold, matches } from '@/components/ui/match'
import { filteredAddress } from '@/components/ui/url-filter'
import { themeOf } from '@/lib/preferences/rules'

it('finds a name whatever its accents, apostrophes and case', () => {
  expect(matches('Città Sant’Angelo', 'citta santangelo')).toBe(true)
  expect(matches('Cisterna di Latina', 'latina cist')).toBe(true)
  expect(matches('Cisterna di Latina', 'latina x')).toBe(false)
  expect(matches('Formia', '')).toBe(true)
  fc.assert(fc.property(fc.string(), (text) => fold(fold(text)) === fold(text)))
})

it('takes the first letters of the first and of the last name', () => {
  expect(initials('Giulia Ferrante')).toBe('GF')
  expect(initials('  maria  grazia de luca ')).toBe('ML')
  expect(initials('Ufficio')).toBe('U')
})

it('writes a filter into the address and leaves the place in the old list', () => {
  expect(filteredAddress('/firms', 'q=agro&after=abc', 'sector', ['a', 'b'])).toBe('/firms?q=agro&sector=a,b')
  expect(filteredAddress('/firms', 'sector=a,b&young=1', 'sector', [''])).toBe('/firms?young=1')
  expect(filteredAddress('/firms', 'young=1', 'young', [])).toBe('/firms')
})

it.each(['promoter', 'manager', 'office', 'admin'] as const)(
  'gives %s at most eight pages, four of them at the thumb',
  (role) => {
    const groups = navGroups(role)
    const pages = groups.flatMap((group) => group.items)
    const { shown, rest } = barItems(groups)
    expect(pages.length).toBeLessThanOrEqual(8)
    expect(shown.length + (rest.length > 0 ? 1 : 0)).toBeLessThanOrEqual(4)
    expect([...shown, ...rest]).toEqual(pages)
  },
)

it('follows the system where the cookie says nothing known', () => {
  expect(themeOf('dark')).toBe('dark')
  expect(themeOf('mauve')).toBe('system')
  expect(themeOf(undefined)).toBe('system')
})
