/** The stages of a call, in the order of their tabs. */
export const STAGES = ['opening', 'callback', 'proposal', 'objections', 'closing'] as const
export type Stage = (typeof STAGES)[number]

/** What a text may leave to be filled in for each call: the caller, the firm, whom to ask for, the last talk, minutes. */
export const PLACEHOLDERS = ['caller', 'firm', 'contact', 'day', 'minutes'] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]
/** Every placeholder filled in with itself: the usual words of a language as they are written. */
export const UNFILLED = Object.fromEntries(PLACEHOLDERS.map((name) => [name, `{${name}}`])) as Record<
  Placeholder,
  string
>

export const LONGEST_TEXT = 3000

const isPlaceholder = (word: string): word is Placeholder => (PLACEHOLDERS as readonly string[]).includes(word)

export type Part = { words: string } | { placeholder: Placeholder }

/** The text in its parts: words, and what is filled in. Braces around anything else stay words. */
export function partsOf(text: string): Part[] {
  return text
    .split(/(\{\w+\})/)
    .filter(Boolean)
    .map((part) => {
      const word = part.startsWith('{') && part.endsWith('}') ? part.slice(1, -1) : ''
      return isPlaceholder(word) ? { placeholder: word } : { words: part }
    })
}

/** Braces that are none of the placeholders, as they stand in the text: `{ditta}`, or a lone `{`. */
export function strayBraces(text: string): string[] {
  const left = partsOf(text).flatMap((part) => ('words' in part ? [part.words] : []))
  return left.flatMap((words) => words.match(/\{[^{}]*\}?|\}/g) ?? [])
}
