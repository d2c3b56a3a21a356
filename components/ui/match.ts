/** Lower case, without accents or apostrophes, so that "Citta" finds "Città" and "dacqua" finds "d’acqua". */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’`]/g, '')
    .toLowerCase()
}

/** Whether every typed word occurs in the text. */
export function matches(text: string, typed: string): boolean {
  const folded = fold(text)
  return fold(typed)
    .split(/\s+/)
    .every((word) => folded.includes(word))
}
