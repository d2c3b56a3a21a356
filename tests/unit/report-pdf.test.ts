import pdfmake from 'pdfmake'
import type { Content } from 'pdfmake/interfaces'
import { expect, test } from 'vitest'
import type { Report } from '@/lib/report/model'
import { pdfDefinition, pdfOf } from '@/lib/report/pdf'

const table = {
  caption: 'Imprese per comune',
  head: ['Comune', 'Imprese'],
  rows: Array.from({ length: 20 }, (_, place) => [`Comune ${place}`, String(place)]),
}
const report: Report = {
  ...{ lang: 'it', title: 'Relazione', chamber: 'Camera', facts: [['Data', 'oggi']], summaryTitle: 'In breve' },
  ...{ summary: [], figures: [] },
  chapters: [{ id: 'territory', title: 'Territorio', sentences: [], tables: [table] }],
  ...{ methodTitle: 'Metodo', method: [], foot: 'Camera', page: String, fileName: 'relazione' },
}

/** How many texts stand on the first page where the table begins after so many points of nothing. */
async function textsAfter(points: number): Promise<number> {
  const definition = pdfDefinition(report)
  const found = (definition.content as Content[]).find((one) => JSON.stringify(one).includes(table.caption))
  const content: Content[] = [{ text: ' ', margin: [0, points, 0, 0] }, found ?? '']
  const file = await pdfmake.createPdf({ ...definition, content, compress: false }).getBuffer()
  const first = file
    .toString('latin1')
    .split('endstream')
    .find((stream) => /\bET\b/.test(stream))
  return first?.match(/\bET\b/g)?.length ?? 0
}

test('the caption of a table too long for a page stands with its first rows, wherever the page ends', async () => {
  await pdfOf(report)
  const texts = []
  for (let points = 600; points <= 710; points += 10) texts.push(await textsAfter(points))
  // The foot of the page alone, or with caption, head and two rows.
  const foot = Math.min(...texts)
  expect(Math.max(...texts)).toBeGreaterThanOrEqual(foot + 7)
  for (const count of texts) if (count > foot) expect(count).toBeGreaterThanOrEqual(foot + 7)
})
