import { searchName } from '@/lib/firms/rules'
import { Refusal } from '@/lib/refusal'
import type { AtecoVersion } from '@/prisma/client/enums'

export type AtecoTitle = { code: string; titleIt: string; titleEn: string | null; level: number; parent: string | null }

/** What a file of ISTAT's turned out to be. A crosswalk brings the codes of 2007 with their Italian titles. */
export type AtecoTable =
  | { kind: 'codes'; version: AtecoVersion; codes: AtecoTitle[] }
  | { kind: 'crosswalk'; codes: AtecoTitle[]; pairs: { code2007: string; code2025: string }[] }

/** A whole classification has 87 (2025) or 88 (2007) divisions: a file with fewer is cut or is something else. */
const LEAST_DIVISIONS = 80
const ROWS_TO_SEARCH = 20

const CODE_2025 = /^codice(ateco)?2025$/
const CODE_2007 = /^codice(ateco)?(2007|2022|2007agg2022|2007aggiornamento2022)$/
const REPRESENTATIVE = /^codice(ateco)?2025rappresentativo$/
const TITLE_IT = /^(titolo|descrizione)(italiano)?(ateco)?(2025|2007|2022)?(italiano)?$/
const TITLE_EN = /^(titolo|descrizione)inglese/

/**
 * Reads the rows of ISTAT's structure of ATECO 2025 or 2007, or of the crosswalk between them; columns are known by name.
 * Where the crosswalk names several codes of 2025 for one of 2007, the representative counts, else the first. Refuses
 * another file (`atecoUnknown`), one with a row that is none (`atecoRow`) and a cut one (`atecoIncomplete`).
 */
export function readAteco(rows: string[][]): AtecoTable {
  const names = rows.slice(0, ROWS_TO_SEARCH).map((row) => row.map(searchName))
  const isCode = (name: string) => CODE_2025.test(name) || CODE_2007.test(name)
  const head = names.findIndex((row) => row.some(isCode))
  const header = names[head]
  if (!header) throw new Refusal('atecoUnknown', { columns: columnsOf(rows) })
  const at = (pattern: RegExp) => header.findIndex((name) => pattern.test(name))
  const [newer, older] = [at(REPRESENTATIVE) >= 0 ? at(REPRESENTATIVE) : at(CODE_2025), at(CODE_2007)]
  const [titleIt, titleEn] = [at(TITLE_IT), at(TITLE_EN)]
  if (titleIt < 0) throw new Refusal('atecoUnknown', { columns: columnsOf(rows) })
  const body = rows.slice(head + 1).map((cells, i) => ({ line: head + 2 + i, cells }))
  const filled = body.filter(({ cells }) => cells.some((cell) => cell.trim()))
  const codes = titlesOf(filled, { code: older >= 0 ? older : newer, titleIt, titleEn })
  if (older < 0) return { kind: 'codes', version: 'ateco_2025', codes }
  if (newer < 0) return { kind: 'codes', version: 'ateco_2007', codes }
  return { kind: 'crosswalk', codes, pairs: pairsOf(filled, older, newer) }
}

type Line = { line: number; cells: string[] }

function titlesOf(lines: Line[], columns: { code: number; titleIt: number; titleEn: number }): AtecoTitle[] {
  const found = new Map<string, AtecoTitle>()
  let section: string | null = null
  for (const { line, cells } of lines) {
    const code = cells[columns.code]?.trim() ?? ''
    const titleIt = cells[columns.titleIt]?.trim()
    const level = levelOf(code)
    if (!level || !titleIt) throw new Refusal('atecoRow', { line, value: (code || cells.join(' ')).slice(0, 60) })
    if (level === 1) section = code
    const parent = level === 1 ? null : level === 2 ? section : code.slice(0, -1).replace(/\.$/, '')
    const titleEn = cells[columns.titleEn]?.trim() || null
    if (!found.has(code)) found.set(code, { code, titleIt, titleEn, level, parent })
  }
  const divisions = [...found.values()].filter(({ level }) => level === 2).length
  if (divisions < LEAST_DIVISIONS) throw new Refusal('atecoIncomplete', { divisions })
  return [...found.values()]
}

/** Sections go nowhere: they have no digits, and some have no counterpart (`n.d.`). */
function pairsOf(lines: Line[], older: number, newer: number) {
  const pairs = new Map<string, string>()
  for (const { line, cells } of lines) {
    const [code2007 = '', code2025 = ''] = [cells[older]?.trim(), cells[newer]?.trim()]
    if (levelOf(code2007) === 1 || /^n\.?d\.?$/i.test(code2025)) continue
    if (!levelOf(code2025)) throw new Refusal('atecoRow', { line, value: code2025.slice(0, 60) || code2007 })
    if (!pairs.has(code2007)) pairs.set(code2007, code2025)
  }
  return [...pairs].map(([code2007, code2025]) => ({ code2007, code2025 }))
}

/** 1 for a section (`C`), else as many as there are digits, 2 (`25`) to 6 (`25.11.00`); 0 for what is no code. */
function levelOf(code: string): number {
  if (/^[A-V]$/.test(code)) return 1
  return /^\d\d(\.\d(\d(\.\d\d?)?)?)?$/.test(code) ? code.replaceAll('.', '').length : 0
}

/** What the file has instead, for the person who chose it. */
function columnsOf(rows: string[][]): string {
  const widest = rows.slice(0, ROWS_TO_SEARCH).reduce((most, row) => (row.length > most.length ? row : most), [])
  return widest.join(', ').slice(0, 200)
}
