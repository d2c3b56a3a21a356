import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

export type Phone = { e164: string | null; printed: string }

/** With the area code; shorter ones are what a narrow column left of a number. */
const SHORTEST = 8

const digits = (text: string) => text.replace(/\D/g, '').length

/**
 * The numbers of a cell, each as printed and as one can dial it. A slash sets an area code apart (`040/3220798`) or
 * separates two numbers (`0815640899/3895885791`): two, where both sides have the length of one.
 */
export function judgePhones(cell: string): Phone[] {
  if (!/\d/.test(cell)) return []
  const phones: Phone[] = []
  for (const part of cell.split(/[;,]|\s-\s/)) {
    let number = ''
    for (const piece of part.split('/')) {
      if (digits(number) >= 6 && digits(piece) >= 6) {
        add(phones, number)
        number = piece
      } else number = number ? `${number}/${piece}` : piece
    }
    add(phones, number)
  }
  return phones
}

function add(phones: Phone[], text: string) {
  const printed = text.replace(/\s+/g, ' ').trim()
  if (digits(printed) === 0) return
  const e164 = plainItalian(printed) ?? parsed(printed)
  const known = phones.some((phone) => phone.printed === printed || (e164 !== null && phone.e164 === e164))
  if (!known) phones.push({ e164, printed })
}

/** Nearly all are written so; the whole numbering plan of the world is only asked about the others. */
function plainItalian(printed: string): string | null {
  const number = printed.replace(/[\s./-]/g, '')
  return /^(?:0\d{7,10}|3\d{8,9})$/.test(number) ? `+39${number}` : null
}

function parsed(printed: string): string | null {
  const number = parsePhoneNumberFromString(printed, 'IT')
  return number?.isValid() && number.nationalNumber.length >= SHORTEST ? number.number : null
}
