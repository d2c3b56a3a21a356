import { describe, expect, it } from 'vitest'
import { DEFAULT_CALENDAR } from '@/lib/calendar/rules'
import { writeLetter } from '@/lib/reminders/letter'
import { isMorning } from '@/lib/reminders/morning-hours'

const firm = (name: string, more = {}) => ({
  id: '01900000-0000-7000-8000-000000000001',
  name,
  address: "VIA DELL'AGRICOLTURA 5",
  municipalityName: 'SEZZE',
  doNotContactSince: null as Date | null,
  phones: [{ e164: '+390773000001' }],
  ...more,
})
const at = (moment: string) => new Date(moment)
const visit = (startsAt: string, name = 'Marmi Lepini S.r.l.', more = {}) => ({
  id: startsAt,
  startsAt: at(startsAt),
  minutes: 45,
  firm: firm(name, more),
})
const owed = (callbackAt: string) => ({
  id: callbackAt,
  campaignId: '',
  callbackAt: at(callbackAt),
  firm: firm('Tessitura Volsca'),
})
const DAY = {
  locale: 'it',
  name: 'Giulia Ferrante',
  now: at('2026-06-16T05:30:00Z'),
  visits: [],
  callbacks: [],
  confirmations: [],
}

describe('the morning e-mail', () => {
  it('tells the hours of Rome, the firm, the way there and the number, in Italian', () => {
    const { subject, text } = writeLetter({
      ...DAY,
      visits: [visit('2026-06-16T09:30:00Z')],
      callbacks: [owed('2026-06-16T13:00:00Z'), owed('2026-06-12T07:30:00Z')],
    })
    expect(subject).toBe('Porta a Porta: la tua giornata, martedì 16 giugno 2026')
    expect(text).toContain("- 11:30 · Marmi Lepini S.r.l. · VIA DELL'AGRICOLTURA 5, SEZZE · +390773000001")
    expect(text).toContain(
      '2 richiami\n- 15:00 · Tessitura Volsca · +390773000001\n- ven 12 giu 9:30 · Tessitura Volsca',
    )
  })

  it('in English for whoever reads English, in Italian for any other language', () => {
    const visits = [visit('2026-02-28T23:30:00Z'), visit('2026-03-01T09:00:00Z')]
    const english = writeLetter({ ...DAY, locale: 'en', now: at('2026-03-01T06:30:00Z'), visits })
    expect(english.text).toContain('2 appointments\n- 0:30 · Marmi Lepini')
    expect(writeLetter({ ...DAY, locale: 'de', visits }).text).toContain('Buongiorno Giulia Ferrante')
  })

  it('keeps the number of a firm that must not be called to itself', () => {
    const visits = [visit('2026-06-16T09:30:00Z', 'Marmi', { doNotContactSince: at('2026-06-15T09:00:00Z') })]
    const { text, html } = writeLetter({ ...DAY, visits })
    expect(text + html).not.toContain('+390773000001')
  })

  it('says the same in HTML, where a name is never markup', () => {
    const visits = [visit('2026-06-16T09:30:00Z', `D'Amico & <b>Figli</b> "Snc"`)]
    const { html } = writeLetter({ ...DAY, visits, site: 'https://crm.camera.example/' })
    expect(html).toContain('D&#39;Amico &amp; &lt;b&gt;Figli&lt;/b&gt; &quot;Snc&quot;')
    expect(html).toContain('<a href="https://crm.camera.example/today">')
    expect(html).not.toContain('richiami')
  })
})

describe('the morning, for the e-mail,', () => {
  const latina = { ...DEFAULT_CALENDAR, patron: '11-12' }
  it.each([
    [
      'begins at half past seven, the Monday after the clocks went forward',
      '2026-03-30T05:29:59Z',
      '2026-03-30T05:30:00Z',
    ],
    ['begins at half past seven, the Monday after they went back', '2026-10-26T06:29:59Z', '2026-10-26T06:30:00Z'],
    ['is on 29 February too', '2028-02-29T06:29:59Z', '2028-02-29T06:30:00Z'],
    ['is on the last day of the year', '2026-12-31T06:29:59Z', '2026-12-31T06:30:00Z'],
  ])('%s', (_, before, from) => {
    expect(isMorning(at(before), latina)).toBe(false)
    expect(isMorning(at(from), latina)).toBe(true)
  })
  it.each([
    ['at noon is over', '2026-06-16T10:00:00Z'],
    ['is not at midnight', '2026-06-15T22:00:00Z'],
    ['is none on New Year’s Day, which begins in Italy an hour before it does in Greenwich', '2026-12-31T23:30:00Z'],
    ['is none on the first of the year', '2027-01-01T08:00:00Z'],
    ['is none on the patron saint’s day', '2026-11-12T08:00:00Z'],
    ['is none on a Sunday when the clocks change', '2026-10-25T08:00:00Z'],
  ])('%s', (_, moment) => {
    expect(isMorning(at(moment), latina)).toBe(false)
  })
})
