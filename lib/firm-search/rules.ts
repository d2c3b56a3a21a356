import { searchName } from '@/lib/firms/rules'
import type { FirmFilter } from '@/lib/firms/schema'
import { Prisma } from '@/prisma/client/client'

const { sql } = Prisma

export const PAGE_SIZE = 25

/**
 * The words of a search. Apostrophes and points vanish inside a word; letters that stand alone belong together, so that
 * `D E L L A C Q U A` is looked for as one word and not as nine letters.
 */
export function searchWords(text: string): string[] {
  const words: string[] = []
  let single = false
  for (const part of text.replace(/['’`´.]/g, '').split(/[^\p{L}\p{N}\p{M}]+/u)) {
    const word = searchName(part)
    if (!word) continue
    if (single && word.length === 1) words[words.length - 1] += word
    else words.push(word)
    single = word.length === 1
  }
  return [...new Set(words)]
}

const PERSON = /^[A-Z]{6}[\dLMNPQRSTUV]{2}[A-Z\d]{0,8}$/
const REA = /^([A-Z]{2})\s*[-–/ ]?\s*(\d{4,9})$/

/** Firms by a number: tax code, VAT, REA or telephone, each through its own index. */
function numberMatches(text: string): Prisma.Sql[] {
  const code = text.toUpperCase().replace(/\s/g, '')
  const rea = REA.exec(text.toUpperCase())
  const digits = text.replace(/[\s./()-]/g, '').replace(/^(\+39|0039)/, '')
  const found: Prisma.Sql[] = []
  if (PERSON.test(code)) found.push(sql`select id from firm where codice_fiscale like ${`${code}%`}`)
  if (rea) {
    found.push(sql`select id from firm where rea_number = ${bare(rea[2])} and rea_province = ${rea[1]}`)
  }
  if (!/^\d{4,}$/.test(digits)) return found
  found.push(sql`select id from firm where rea_number = ${bare(digits)}`)
  if (digits.length < 5) return found
  found.push(sql`select id from firm where codice_fiscale like ${`${digits}%`}`)
  found.push(sql`select id from firm where partita_iva like ${`${digits}%`}`)
  found.push(sql`select firm_id from firm_phone where e164 like ${`+39${digits}%`}`)
  return found
}

const bare = (digits = '') => digits.replace(/^0+/, '')

/** On `firm_name f`. Fewer than three letters cannot use the trigram index and mean nothing inside a name: they are its beginning. */
function nameMatch(words: string[]): Prisma.Sql {
  const [first = ''] = words
  if (words.length === 1 && first.length < 3) return sql`f.search_name like ${`${first}%`}`
  return Prisma.join(
    words.map((word) => sql`f.search_name like ${`%${word}%`}`),
    ' and ',
  )
}

/** What a text asks of a firm's name; null where it has no word. */
function named(text: string): Prisma.Sql | null {
  const words = searchWords(text)
  const looksLikePhone = /^[+\d\s./()-]+$/.test(text)
  // Digits with blanks are a number, not the words of a name.
  return words.length ? nameMatch(looksLikePhone ? [words.join('')] : words) : null
}

function searchMatch(text: string): Prisma.Sql[] {
  const match = named(text)
  if (!match) return text ? [sql`false`] : []
  const byName = sql`select f.id from firm_name f where ${match}`
  return [sql`f.id in (${Prisma.join([byName, ...numberMatches(text)], ' union all ')})`]
}

/** The condition on `firm_name f` where a filter asks for nothing but words of a name; else null. */
export function namesAlone({ q = '', ...others }: FirmFilter): Prisma.Sql | null {
  if (firmWhere(others).sql !== 'true' || numberMatches(q).length) return null
  return named(q)
}

const someOf = (column: Prisma.Sql, values: string[], type: Prisma.Sql) =>
  values.length ? [sql`${column} = any(${values}::${type}[])`] : []

/** Condition on `firm f`; `true` where nothing is asked. Do-not-contact and ceased firms are among the found ones. */
export function firmWhere(filter: FirmFilter): Prisma.Sql {
  const spoken = filter.campaign
    ? sql`select a.firm_id from assignment a where a.campaign_id = ${filter.campaign}::uuid and a.contacted_at is not null`
    : sql`select a.firm_id from assignment a where a.contacted_at is not null`
  const conditions = [
    ...searchMatch(filter.q ?? ''),
    ...someOf(sql`f.sector_id`, filter.sector, sql`uuid`),
    ...someOf(sql`f.municipality_code`, filter.municipality, sql`text`),
    ...someOf(sql`f.size_class`, filter.size, sql`size_class`),
    ...(filter.young ? [sql`f.young`] : []),
    ...(filter.female ? [sql`f.female`] : []),
    ...(filter.foreign ? [sql`f."foreign"`] : []),
    ...(filter.status ? [sql`f.status = ${filter.status}::register_status`] : []),
    ...(filter.doNotContact ? [sql`f.do_not_contact_since is not null`] : []),
    ...(filter.contacted === 'yes' ? [sql`f.id in (${spoken})`] : []),
    ...(filter.contacted === 'no' ? [sql`not exists (${spoken} and a.firm_id = f.id)`] : []),
  ]
  return conditions.length ? Prisma.join(conditions, ' and ') : sql`true`
}
