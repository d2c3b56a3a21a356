import type { Random } from './random'

/**
 * A partita IVA nobody has: seven digits of serial number, the office code 999, which is not assigned, and the check
 * digit (Luhn; DPR 633/1972, DM 23 December 1976).
 */
export function inventedPartitaIva(serial: number): string {
  const body = `${String(serial).padStart(7, '0')}999`
  const sum = [...body].reduce((total, character, index) => {
    const digit = Number(character)
    const doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2
    return total + (index % 2 === 0 ? digit : doubled)
  }, 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}

const MONTHS = 'ABCDEHLMPRST'
/** Values of characters at odd places (DM 23 December 1976, table of the check character). */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]

/** The codice fiscale of a person who was never born: place Z999 is no place. */
export function inventedCodiceFiscale(random: Random, surname: string, name: string, female: boolean): string {
  const year = 50 + random.below(55)
  const day = 1 + random.below(28) + (female ? 40 : 0)
  const birth = `${String(year % 100).padStart(2, '0')}${random.pick([...MONTHS])}${String(day).padStart(2, '0')}`
  const body = `${letters(surname)}${letters(name, true)}${birth}Z999`
  return `${body}${checkCharacter(body)}`
}

/** The last character of a personal codice fiscale, from the fifteen before it. */
export function checkCharacter(body: string): string {
  const sum = [...body].reduce((total, character, index) => {
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65
    return total + (index % 2 === 0 ? (ODD[value] as number) : value)
  }, 0)
  return String.fromCharCode(65 + (sum % 26))
}

/** Three letters of a surname, or of a given name, which with four consonants leaves out the second. */
function letters(text: string, given = false): string {
  const plain = text
    .toUpperCase()
    .normalize('NFKD')
    .replace(/[^A-Z]/g, '')
  const consonants = plain.replace(/[AEIOU]/g, '')
  const chosen = given && consonants.length > 3 ? `${consonants[0]}${consonants.slice(2)}` : consonants
  return `${chosen}${plain.replace(/[^AEIOU]/g, '')}XXX`.slice(0, 3)
}
