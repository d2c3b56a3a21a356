import 'server-only'
import { Refusal } from '@/lib/refusal'
import type { Archive } from '@/lib/register/archive'
import { isDateFormat } from '@/lib/register/cell-value'
import type { ImportChoices } from '@/lib/register/schema'
import { readSharedStrings, type SharedStrings } from '@/lib/register/shared-strings'
import { type SheetRow, sheetSource } from '@/lib/register/sheets'
import type { Source } from '@/lib/register/source'
import { readSheet } from '@/lib/register/xlsx-sheet'
import { scanXml } from '@/lib/register/xml'

const WORKBOOK = 'xl/workbook.xml'

export const isXlsx = ({ names }: Archive) => names.some((name) => /^\/?xl\/workbook\.(xml|bin)$/i.test(name))

/** A workbook of Excel 2007 and later: a zip file of XML, read as it is unpacked. Source: ECMA-376, part 1, 18. */
export async function openXlsx(archive: Archive, choices: Partial<ImportChoices>): Promise<Source> {
  const part = (name: string) => archive.entry(name) ?? archive.entry(`/${name}`)
  const workbook = part(WORKBOOK)
  if (!workbook) throw new Refusal('registerDamaged')
  const sheets: { name: string; id: string }[] = []
  let since1904 = false
  await scanXml(workbook, (name, attributes) => {
    if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
    if (name === 'sheet') sheets.push({ name: attributes.name ?? '', id: attributes['r:id'] ?? otherId(attributes) })
  })
  const targets = new Map<string, string>()
  await scanXml(part('xl/_rels/workbook.xml.rels'), (name, { Id = '', Target = '' }) => {
    if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
  })
  const dates = await dateStyles(part('xl/styles.xml'))
  let strings: Promise<SharedStrings> | null = null
  const readRows = async function* (sheet: string): AsyncGenerator<SheetRow[]> {
    const target = targets.get(sheets.find(({ name }) => name === sheet)?.id ?? '')
    const content = target ? part(target) : null
    if (!content) return
    strings ??= readSharedStrings(part(targets.get(sharedId(targets)) ?? 'xl/sharedStrings.xml'))
    yield* readSheet(content, { strings: await strings, dates, since1904 })
  }
  return sheetSource(
    'xlsx',
    sheets.map(({ name }) => name),
    readRows,
    choices,
  )
}

/** The same attribute under another prefix. */
const otherId = (attributes: Record<string, string>) =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''

const sharedId = (targets: Map<string, string>) =>
  [...targets].find(([, target]) => /sharedstrings\.xml$/i.test(target))?.[0] ?? ''

/** For each style of a cell, by its place, whether it shows a date. */
async function dateStyles(content: Parameters<typeof scanXml>[0]): Promise<boolean[]> {
  const formats = new Map<number, string>()
  const styles: boolean[] = []
  let inCells = false
  await scanXml(content, (name, { numFmtId = '0', formatCode = '' }) => {
    if (name === 'numFmt') formats.set(Number(numFmtId), formatCode)
    if (name === 'cellStyleXfs' || name === 'cellXfs') inCells = name === 'cellXfs'
    if (name === 'cellStyles' || name === 'dxfs') inCells = false
    if (name === 'xf' && inCells) styles.push(isDateFormat(Number(numFmtId), formats.get(Number(numFmtId))))
  })
  return styles
}
