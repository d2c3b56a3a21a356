import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import english from '@/lib/i18n/en/scripts.json'
import italian from '@/lib/i18n/it/scripts.json'
import { LOCALES } from '@/lib/i18n/messages'
import { changeScript } from '@/lib/scripts/mutations'
import { scriptOf } from '@/lib/scripts/queries'
import { PLACEHOLDERS, partsOf, STAGES, strayBraces, written } from '@/lib/scripts/rules'
import { scriptChange } from '@/lib/scripts/schema'
import { actAs } from '@/lib/session'
import { campaign } from '@/tests/support/campaigns'
import { person } from '@/tests/support/people'

test('a manager writes a campaign’s own words in one language; an empty text brings the usual ones back', async () => {
  const manager = await person('manager')
  const promoter = await person('promoter')
  const { id: campaignId } = (await campaign({ promoters: [promoter] })).campaign
  const own = (locale: string) => actAs(promoter, () => scriptOf(campaignId, locale))
  const write = (texts: object) => changeScript(manager, scriptChange.parse({ campaignId, locale: 'it', texts }))
  await write({ opening: ' «Buongiorno, {firm}?» ', closing: 'Grazie, {contact}.' })
  await write({ opening: '«Buongiorno, {firm}?»' })
  expect(await own('it')).toEqual({ opening: '«Buongiorno, {firm}?»', closing: 'Grazie, {contact}.' })
  expect(await own('en')).toEqual({})
  await write({ closing: '' })
  expect(await own('it')).toEqual({ opening: '«Buongiorno, {firm}?»' })
  const deeds = await db.activity.findMany({ where: { subjectId: campaignId }, orderBy: { id: 'asc' } })
  expect(deeds.map(({ changes }) => changes)).toEqual([
    { locale: 'it', opening: [null, '«Buongiorno, {firm}?»'], closing: [null, 'Grazie, {contact}.'] },
    { locale: 'it', closing: ['Grazie, {contact}.', null] },
  ])
})

test('refused for no campaign, forbidden to promoters', async () => {
  const change = { campaignId: uuidv7(), locale: 'it' as const, texts: { opening: 'x' } }
  await expect(changeScript(await person('manager'), change)).rejects.toMatchObject({ key: 'notFound' })
  await expect(changeScript(await person('promoter'), change)).rejects.toThrow('Not allowed')
})

test('only the documented placeholders may stand in braces', () => {
  expect(partsOf('Sono {caller}, {ditta}.')).toEqual([
    { words: 'Sono ' },
    { placeholder: 'caller' },
    { words: ', ' },
    { words: '{ditta}' },
    { words: '.' },
  ])
  // Each language has its own word, and either holds.
  expect(partsOf('{impresa}{firm}')).toEqual([{ placeholder: 'firm' }, { placeholder: 'firm' }])
  for (const locale of LOCALES) {
    const all = PLACEHOLDERS.map((name) => written(name, locale)).join('')
    expect(partsOf(all)).toEqual(PLACEHOLDERS.map((placeholder) => ({ placeholder })))
  }
  expect(strayBraces('{firm} {ditta} { firm } {firm e }')).toEqual(['{ditta}', '{ firm }', '{firm e }'])
  const typed = { campaignId: uuidv7(), locale: 'it', texts: { opening: 'Ciao {nome}' } }
  expect(scriptChange.safeParse(typed).error?.issues).toMatchObject([
    { path: ['texts', 'opening'], message: 'placeholderUnknown' },
  ])
})

test('the usual words of both languages hold only placeholders that are filled in', () => {
  for (const { texts } of [italian, english]) {
    for (const text of Object.values(texts)) expect(strayBraces(text)).toEqual([])
    expect(Object.keys(texts)).toEqual(expect.arrayContaining([...STAGES]))
  }
})
