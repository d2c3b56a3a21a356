// These two alone: all countries together take longer to load than all the rest of a command.
import * as codicefiscale from 'stdnum/lib/cjs/it/codicefiscale.js'
import * as iva from 'stdnum/lib/cjs/it/iva.js'

/** A company's two codes are mostly the same: the second is not calculated again. */
const last = { code: '', holds: false }
function ivaHolds(code: string): boolean {
  if (code !== last.code) Object.assign(last, { code, holds: iva.validate(code).isValid })
  return last.holds
}

/** Digits of a company's code or VAT number with the leading zeros that spreadsheets eat; null for none (`0`, blank). */
function elevenDigits(text: string): string | null {
  const digits = text
    .replace(/\.0$/, '')
    .replace(/[\s.'-]/g, '')
    .replace(/^IT(?=\d)/i, '')
  return /^\d{5,11}$/.test(digits) && !/^0+$/.test(digits) ? digits.padStart(11, '0') : null
}

export type Code = { code: string } | { missing: true } | { invalid: true }

/** Codice fiscale as the register keys it: 11 digits, or 16 characters of a natural person; check characters must hold. */
export function judgeCodiceFiscale(text: string): Code {
  const compact = text.trim().toUpperCase().replace(/[\s']/g, '')
  if (!compact || /^0+$/.test(compact)) return { missing: true }
  const digits = elevenDigits(compact)
  if (digits) return ivaHolds(digits) ? { code: digits } : { invalid: true }
  return /^[A-Z0-9]{16}$/.test(compact) && codicefiscale.validate(compact).isValid
    ? { code: compact }
    : { invalid: true }
}

/** Partita IVA, or null where the cell holds none that can be one. */
export function judgePartitaIva(text: string): string | null {
  const digits = elevenDigits(text.trim())
  return digits && ivaHolds(digits) ? digits : null
}

/** REA as province and number, from two cells or from one such as `LT-187342` or `LT 0187342`. */
export function judgeRea(province: string, number: string): { province: string; number: string } | null {
  const match = /^\s*(?:([A-Za-z]{2})\s*[-/ ]?\s*)?0*(\d{1,8})(?:\.0)?\s*$/.exec(number)
  const register = provinceCode(match?.[1] ?? province)
  return match?.[2] && register ? { province: register, number: match[2] } : null
}

/** Provinces that changed their letters: Forlì-Cesena and Pesaro e Urbino. */
const RENAMED: Record<string, string> = { FO: 'FC', PS: 'PU' }

/** Two letters of a province (`NA` is Naples), or null. */
export function provinceCode(text: string): string | null {
  const letters = text.trim().toUpperCase()
  return /^[A-Z]{2}$/.test(letters) ? (RENAMED[letters] ?? letters) : null
}
