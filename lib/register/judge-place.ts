import { searchName } from '@/lib/firms/rules'
import { provinceCode } from '@/lib/register/judge-code'
import { judgeText } from '@/lib/register/judge-value'

export type Place = { code: string | null; name: string | null; province: string | null }
export type KnownMunicipality = {
  istatCode: string
  cadastralCode: string | null
  name: string
  searchName: string
  province: string
}

/** How the register shortens the saints of a name, wherever they stand in it. */
const SAINTS: [RegExp, string[]][] = [
  [/\bss(?:\.\s*|\s+)/i, ['santi', 'santissimi']],
  [/\bs\.?ta(?:\.\s*|\s+)/i, ['santa']],
  [/\bs\.?to(?:\.\s*|\s+)/i, ['santo']],
  [/\bs(?:\.\s*|\s+)/i, ['san', 'santa', 'santo', 'sant']],
]
/** What a narrow column left of a name: from so many letters on, where one municipality alone begins so. */
const BEGINNING = 10

/** The same few hundred cells come again and again. */
const REMEMBERED = 5_000

/**
 * Finds municipalities by their printed name (`TRIESTE - TS`, `S. FELICE CIRCEO`, accents lost or as apostrophes) or by their
 * ISTAT or cadastral code. A place outside the Chamber's list keeps its name and has no code. `register` is the
 * province of the register: it tells namesakes apart where the place's own is not printed, but a site registered in
 * one of the Chamber's provinces may lie in any.
 */
export function placeFinder(known: KnownMunicipality[]) {
  const byName = Map.groupBy(known, (row) => row.searchName)
  const byCode = new Map(known.flatMap((row) => [row.istatCode, row.cadastralCode].map((code) => [code, row] as const)))
  const ours = new Set(known.map((row) => row.province))
  const remembered = new Map<string, Place>()

  function named(name: string, province: string | null): KnownMunicipality | undefined {
    const spellings = [searchName(name)]
    for (const [short, saints] of SAINTS)
      if (short.test(name)) spellings.push(...saints.map((saint) => searchName(name.replace(short, `${saint} `))))
    const found = spellings.flatMap((spelling) => byName.get(spelling) ?? [])
    if (found.length === 0) found.push(...begun(spellings))
    return found.find((row) => row.province === province) ?? (province && !ours.has(province) ? undefined : found[0])
  }

  function begun(spellings: string[]): KnownMunicipality[] {
    const long = spellings.filter((spelling) => spelling.length >= BEGINNING)
    const rows = known.filter((row) => long.some((spelling) => row.searchName.startsWith(spelling)))
    return rows.length === 1 ? rows : []
  }

  function find(text: string, code: string, province: string, register: string): Place {
    const match = /^(.*?)\s*(?:[-–]\s*|\()([A-Z]{2})\)?$/is.exec(text.trim())
    const own = provinceCode(match?.[2] ?? '') ?? provinceCode(province)
    const name = judgeText(own && match ? (match[1] ?? '') : text)
    const hint = own ?? provinceCode(register)
    const row = byCode.get(code.trim().toUpperCase().padStart(6, '0')) ?? byCode.get(code.trim().toUpperCase())
    const place = row ?? (name ? named(name, hint) : undefined)
    if (place) return { code: place.istatCode, name: name ?? place.name, province: place.province }
    return { code: null, name, province: own ?? (hint && !ours.has(hint) ? hint : null) }
  }

  return (text: string, code: string, province: string, register: string): Place => {
    const key = `${text}\t${code}\t${province}\t${register}`
    const before = remembered.get(key)
    if (before) return before
    const place = find(text, code, province, register)
    if (remembered.size < REMEMBERED) remembered.set(key, place)
    return place
  }
}
