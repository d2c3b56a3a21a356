import type { Locale } from '@/lib/i18n/messages'

/** The stages of a call, in the order of their tabs. */
export const STAGES = ['opening', 'callback', 'proposal', 'objections', 'closing'] as const
export type Stage = (typeof STAGES)[number]

/**
 * What a text may leave to be filled in for each call (the caller, the firm, whom to ask for, the last talk, minutes), by
 * the word for it in each language. Either language's word holds in a text of the other.
 */
const WORDS = {
  caller: { it: 'chiamante', en: 'caller' },
  firm: { it: 'impresa', en: 'firm' },
  contact: { it: 'referente', en: 'contact' },
  day: { it: 'giorno', en: 'day' },
  minutes: { it: 'minuti', en: 'minutes' },
} as const
export type Placeholder = keyof typeof WORDS
export const PLACEHOLDERS = Object.keys(WORDS) as Placeholder[]

/** A placeholder as it is written in a text. */
export const written = (name: Placeholder, locale: Locale): string => `{${WORDS[name][locale]}}`

/** Every placeholder filled in with itself: the usual words of a language as they are written. */
export const unfilled = (locale: Locale) =>
  Object.fromEntries(PLACEHOLDERS.map((name) => [name, written(name, locale)])) as Record<Placeholder, string>

export const LONGEST_TEXT = 3000

const placeholderOf = (word: string) => PLACEHOLDERS.find((name) => WORDS[name].it === word || WORDS[name].en === word)

export type Part = { words: string } | { placeholder: Placeholder }

/** The text in its parts: words, and what is filled in. Braces around anything else stay words. */
export function partsOf(text: string): Part[] {
  return text
    .split(/(\{\w+\})/)
    .filter(Boolean)
    .map((part) => {
      const word = part.startsWith('{') && part.endsWith('}') ? part.slice(1, -1) : ''
      const placeholder = placeholderOf(word)
      return placeholder ? { placeholder } : { words: part }
    })
}

/** Braces that are none of the placeholders, as they stand in the text: `{ditta}`, or a lone `{`. */
export function strayBraces(text: string): string[] {
  const left = partsOf(text).flatMap((part) => ('words' in part ? [part.words] : []))
  return left.flatMap((words) => words.match(/\{[^{}]*\}?|\}/g) ?? [])
}
