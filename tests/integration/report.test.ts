import { writeFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { type Actor, Forbidden } from '@/lib/permissions'
import { readReport } from '@/lib/report/content'
import { makeReport } from '@/lib/report/make'
import type { Report } from '@/lib/report/model'
import { pdfDefinition } from '@/lib/report/pdf'
import { reportWish } from '@/lib/report/schema'
import { actAs } from '@/lib/session'
import { copyDemo } from '@/tests/support/demo'
import { person } from '@/tests/support/people'

let manager: Actor
let italian: Report
let english: Report
const read = (wish: Record<string, unknown> = {}, raw: unknown = {}) =>
  actAs(manager, () => readReport(reportWish.parse(wish), raw))

beforeAll(async () => {
  await copyDemo()
  const select = { id: true, name: true, email: true, role: true, officeId: true, locale: true }
  manager = await db.user.findFirstOrThrow({ where: { role: 'manager' }, select })
  italian = await read()
  english = await read({ lang: 'en' })
}, 120_000)

const chapter = (report: Report, id: string) => {
  const found = report.chapters.find((one) => one.id === id)
  if (!found) throw new Error(`no chapter ${id}`)
  return found
}
/** Everything a reader of the report reads. */
const wholeText = (report: Report) => JSON.stringify(report)

describe('the article of the programme is what the report says at the least', () => {
  test('1,500 firms of 50,000 telephoned, 3 % of the register, by two promoters; more than 300 visited', () => {
    expect(italian.summary[0]).toMatch(
      /^2 promotori hanno contattato 1\.500 imprese, il 3,0% delle [\d.]+ attive nel Registro, e ne hanno visitate 312 /,
    )
    expect(english.summary[0]).toMatch(
      /^2 promoters have contacted 1,500 firms, 3\.0% of the [\d,]+ active .* visited 312 /,
    )
    expect(italian.facts.find(([name]) => name === 'Periodo')?.[1]).toMatch(/^da .+ a .+/)
  })
  test('each sector with its number of firms', () => {
    const [table] = chapter(italian, 'sectors').tables
    const visited = Object.fromEntries(table?.rows.map(([name, count]) => [name, count]) ?? [])
    expect(
      Object.values(visited)
        .map(Number)
        .sort((a, b) => b - a),
    ).toEqual([56, 41, 41, 31, 29, 27, 25, 15, 15, 13, 12, 7])
    const named = [
      ['Edilizia', 56],
      ['Metallurgia', 29],
      ['Tessile', 25],
      ['Ristorazione', 12],
      ['Cantieristica', 7],
    ] as const
    for (const [name, firms] of named) {
      const row = table?.rows.find(([sector]) => sector?.startsWith(name))
      expect([row?.[0], Number(row?.[1])]).toEqual([expect.stringContaining(name), firms])
    }
  })
  test('needs in the order of the article', () => {
    const names = chapter(italian, 'ranking').tables[0]?.rows.map(([name]) => name)
    expect(names?.slice(0, 4)).toEqual([
      'Accesso al credito',
      'Conoscere i servizi camerali',
      'Formazione',
      expect.stringMatching(/[Cc]ertificazione/),
    ])
    expect(italian.summary.join(' ')).toContain('«Accesso al credito»')
  })
  test('young entrepreneurs ask for training most', () => {
    expect(italian.summary.join(' ')).toMatch(/Le giovanili chiedono «Formazione» più delle altre: \+\d/)
    expect(english.summary.join(' ')).toMatch(/youth-owned|young/i)
  })
  test('64 % have e-mail, 3 % a website, 33 % no connection', () => {
    const shares = chapter(italian, 'digital').tables[0]?.rows.map(([name, , share]) => [name, share])
    expect(shares).toEqual([
      ['E-mail, senza sito', '64,0%'],
      ['Sito web', '3,0%'],
      ['Nessuna connessione', '33,0%'],
    ])
  })
})

describe('every report', () => {
  test('says its filters, its date and its base on each page, and its page of pages', () => {
    const sample = pdfDefinition(italian)
    const foot = JSON.stringify((sample.footer as (page: number, pages: number) => unknown)(2, 9))
    expect(foot).toContain('312 imprese visitate')
    expect(foot).toContain('pagina 2 di 9')
    expect(foot).toContain(italian.chamber)
    expect(foot).toMatch(/Campagna: /)
    expect(sample).toMatchObject({ pageSize: 'A4', tagged: true, language: 'it-IT', info: { title: italian.title } })
    expect(pdfDefinition(english).language).toBe('en-GB')
  })
  test('has room at its foot for date and base beside the longest names', async () => {
    const campaign = await db.campaign.findFirstOrThrow()
    const long = 'società consortile a responsabilità limitata '.repeat(5).slice(0, 194)
    await db.campaign.update({ where: { id: campaign.id }, data: { name: long } })
    const { foot, facts } = await read({ title: 'x'.repeat(120) })
    await db.campaign.update({ where: { id: campaign.id }, data: { name: campaign.name } })
    expect(foot.indexOf('312 imprese visitate')).toBeLessThan(foot.indexOf('Campagna: '))
    expect(foot.length).toBeLessThan(300)
    expect(facts).toContainEqual(['Campagna', long])
  })
  test('tells in its last chapter what the numbers are of and how sure they are', () => {
    const method = italian.method.join(' ')
    for (const word of [
      'Wilson',
      'Newcombe',
      'Contattata:',
      'meno di 5 imprese',
      'presa da sola',
      'Tasso di contatto',
      'Fonti:',
    ])
      expect(method).toContain(word)
    expect(JSON.stringify(pdfDefinition(italian).content).lastIndexOf('Wilson')).toBeGreaterThan(
      JSON.stringify(pdfDefinition(italian).content).lastIndexOf('Quanto somiglia'),
    )
  })
  test('holds no count of fewer than five firms and no missing text', () => {
    for (const report of [italian, english]) {
      for (const { tables } of report.chapters) {
        for (const { rows, head } of tables) {
          for (const row of rows) {
            expect(row).toHaveLength(head.length)
            for (const cell of row.slice(1)) expect(cell, row.join(' | ')).not.toMatch(/^[0-4]( \(.*\))?$/)
          }
        }
      }
      expect(wholeText(report)).not.toMatch(/MISSING|report\.|insight\.|undefined|NaN/)
    }
  })
  test('names no firm and no promoter', async () => {
    const firms = await db.visit.findMany({ take: 400, select: { firm: { select: { name: true } } } })
    const text = wholeText(italian)
    for (const { firm } of firms) expect(text).not.toContain(firm.name)
    const promoters = await db.user.findMany({ where: { role: 'promoter' } })
    for (const { name, email } of promoters) for (const word of [name, email]) expect(text).not.toContain(word)
  })
  test('has the chapters, the title, the author and the filters that were asked for', async () => {
    const wish = { chapter: 'digital,ranking', title: 'Relazione al Consiglio', author: 'Elena Marchetti' }
    const report = await read(wish, { young: '1' })
    expect(report.chapters.map(({ id }) => id)).toEqual(['ranking', 'digital'])
    expect(report.title).toBe('Relazione al Consiglio')
    expect(report.facts).toContainEqual(['A cura di', 'Elena Marchetti'])
    expect(report.foot).toContain('Giovanili')
    expect(report.foot).not.toContain('312')
  })
  test('of fewer than ten firms says so and shows nothing', async () => {
    const report = await read({}, { from: '1999-01-01', to: '1999-12-31' })
    expect(report.chapters).toEqual([])
    expect(report.summary).toHaveLength(1)
    expect(report.figures.map(({ value }) => value)).toEqual(['·', '·', '·', '·', '·'])
  })
})

describe('a comparison', () => {
  test('stands in the report where the address names another side, with the interval of each change', async () => {
    const visits = await db.visit.findMany({ select: { at: true }, orderBy: { at: 'asc' } })
    const middle = visits[visits.length >> 1]?.at.toISOString().slice(0, 10) ?? ''
    const report = await read({ lang: 'en' }, { to: middle, vsFrom: middle })
    const { title, sentences, tables } = chapter(report, 'compare')
    expect(title).toBe('Comparison')
    expect(sentences[0]).toMatch(
      /^(Differences that exceed the uncertainty: |With all rows looked at together, no difference)/,
    )
    expect(sentences[1]).toMatch(/^Shares not weighted\. .*on both sides/)
    const [table] = tables
    expect(table?.caption).toMatch(/until \w+day \d+ .* against .* from \w+day \d+ /)
    expect(table?.head.slice(-2)).toEqual(['Difference (points, 95% CI)', '95% CI'])
    const credit = table?.rows.find(([name]) => name === 'Access to credit') ?? []
    expect(credit.at(-2)).toMatch(/^[+−]?\d+\.\d$/)
    expect(credit.at(-1)).toMatch(/^[+−]\d+\.\d \/ [+−]\d+\.\d$/)
    expect(report.facts).toContainEqual(['Compared with', expect.stringMatching(/from \w+day \d+ /)])
    expect(report.foot).toContain('Compared with: ')
    expect(report.method.join(' ')).toContain('paired')
    expect(italian.chapters.map(({ id }) => id)).not.toContain('compare')
    expect(JSON.stringify(pdfDefinition(report).content)).toContain('Comparison')
  })

  test('tells no number of two periods between which there are a few firms', async () => {
    const days = await db.visit.findMany({ select: { at: true }, orderBy: { at: 'desc' }, take: 3 })
    const last = days.at(-1)?.at.toISOString().slice(0, 10)
    const report = await read({}, { vsTo: last })
    const shown = chapter(report, 'compare').tables.flatMap(({ rows }) => rows)
    for (const [name, one, n, , two, m] of shown) {
      for (const [a, b] of [
        [one, two],
        [n, m],
      ]) {
        if (a === '·' || b === '·') continue
        const gap = Math.abs(Number(a?.replace('.', '')) - Number(b?.replace('.', '')))
        expect([1, 2, 3, 4], `${name}: ${a} and ${b}`).not.toContain(gap)
      }
    }
    expect(shown.some(([, one]) => one === '·') || shown.length === 0).toBe(true)
  })
})

describe('as a file', () => {
  test('the PDF carries its type and its pages', async () => {
    const { file, name } = await makeReport(manager, 'pdf', reportWish.parse({}), {})
    if (process.env.KEEP_REPORT) writeFileSync(`${process.env.KEEP_REPORT}.pdf`, file)
    expect(name).toMatch(/^relazione-\d{4}-\d\d-\d\d\.pdf$/)
    const bytes = file.toString('latin1')
    expect(bytes.startsWith('%PDF-')).toBe(true)
    expect(bytes).toMatch(/\/MarkInfo/)
    expect(bytes).toMatch(/\/Lang \(it-IT\)/)
    expect(bytes).toContain('TitilliumWeb')
    const pages = bytes.match(/\/Type \/Page\b/g)?.length ?? 0
    expect(pages).toBeGreaterThan(3)
    expect(file.length).toBeLessThan(1_000_000)
  }, 60_000)
  test('the Word document has headings, tables and a numbered foot', async () => {
    const { file } = await makeReport(manager, 'docx', reportWish.parse({}), {})
    if (process.env.KEEP_REPORT) writeFileSync(`${process.env.KEEP_REPORT}.docx`, file)
    const body = partOf(file, 'word/document.xml')
    expect(body.match(/w:val="Heading1"/g)?.length).toBe(italian.chapters.length + 2)
    expect(body.match(/<w:tbl>/g)?.length).toBeGreaterThan(9)
    expect(body).toContain('Accesso al credito')
    expect(body.match(/<w:tblHeader\/>/g), 'each table’s head comes again on each page').toHaveLength(
      body.match(/<w:tbl>/g)?.length ?? 0,
    )
    const foot = partOf(file, 'word/footer1.xml')
    expect(foot).toMatch(/pagina.*PAGE.*NUMPAGES/s)
    for (const words of ['312 imprese visitate', 'Campagna: ', italian.facts.find(([name]) => name === 'Data')?.[1]])
      expect(foot).toContain(words)
    expect(partOf(file, 'word/styles.xml')).toContain('<w:lang w:val="it-IT"/>')
  }, 60_000)
  test('who prepared it is in the activity log', async () => {
    const deed = await db.activity.findFirst({ where: { verb: 'report.made' }, orderBy: { at: 'desc' } })
    expect(deed).toMatchObject({ userId: manager.id, changes: { format: 'docx' } })
  })
  test('it is forbidden to promoters', async () => {
    const promoter = await person('promoter')
    await expect(makeReport(promoter, 'pdf', reportWish.parse({}), {})).rejects.toThrow(Forbidden)
    await expect(actAs(promoter, () => readReport(reportWish.parse({}), {}))).rejects.toThrow()
  })
})

/** One file out of a zip, by its local header; sizes come from the central directory. */
function partOf(zip: Buffer, name: string): string {
  let at = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  while (at >= 0) {
    const length = zip.readUInt16LE(at + 28)
    if (zip.toString('utf8', at + 46, at + 46 + length) === name) {
      const start = zip.readUInt32LE(at + 42)
      const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
      const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20))
      return (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8')
    }
    at = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), at + 46)
  }
  throw new Error(`${name} is not in the file`)
}
