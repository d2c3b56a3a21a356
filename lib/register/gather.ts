import type { JudgedFirm } from '@/lib/register/firm'

/**
 * One firm from two of its rows: the head office's row speaks for it, else the first; every site and every telephone
 * number is kept once. Counts nothing twice, because values are taken from one row and never added up.
 */
export function merged(first: JudgedFirm, other: JudgedFirm): JudgedFirm {
  const speaker = other.rank > first.rank ? other : first
  const listener = speaker === first ? other : first
  const sites = [...speaker.sites]
  for (const site of listener.sites)
    if (!sites.some((s) => s.unit === site.unit && s.number === site.number && s.province === site.province))
      sites.push(site)
  const phones = [...speaker.phones]
  for (const phone of listener.phones)
    if (!phones.some((p) => p.printed === phone.printed || (p.e164 !== null && p.e164 === phone.e164)))
      phones.push(phone)
  return { ...speaker, phones, sites }
}

/** Puts neighbouring rows of the same firm together; `Gatherer.end` gives the last one. */
export class Gatherer {
  private held: JudgedFirm | null = null

  /** The firm before, once a row of another one comes. */
  add(firm: JudgedFirm): JudgedFirm | null {
    const before = this.held
    if (before?.codiceFiscale === firm.codiceFiscale) {
      this.held = merged(before, firm)
      return null
    }
    this.held = firm
    return before
  }

  end(): JudgedFirm | null {
    const last = this.held
    this.held = null
    return last
  }
}
