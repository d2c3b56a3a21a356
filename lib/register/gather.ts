import type { JudgedFirm } from '@/lib/register/firm'

/** A firm and the line of the row that speaks for it. */
export type ToldFirm = JudgedFirm & { line: number }

/**
 * One firm from two of its rows: the head office's row speaks for it, else the first; every site and every telephone
 * number is kept once. Counts nothing twice, because values are taken from one row and never added up.
 */
export function merged<F extends JudgedFirm>(first: F, other: F): F {
  const speaker = other.rank > first.rank ? other : first
  const listener = speaker === first ? other : first
  const sites = [...speaker.sites, ...listener.sites.filter((site) => !hasSite(speaker, site))]
  const phones = [...speaker.phones]
  for (const phone of listener.phones)
    if (!phones.some((p) => p.printed === phone.printed || (p.e164 !== null && p.e164 === phone.e164)))
      phones.push(phone)
  return { ...speaker, phones, sites }
}

const hasSite = (firm: JudgedFirm, site: JudgedFirm['sites'][number]) =>
  firm.sites.some((s) => s.unit === site.unit && s.number === site.number && s.province === site.province)

/** Puts neighbouring rows of the same firm together; `Gatherer.end` gives the last one. */
export class Gatherer {
  private held: ToldFirm | null = null
  /** Whether the row added last tells of no site that the firm's rows before it did not tell of. */
  repeated = false

  /** The firm before, once a row of another one comes. */
  add(firm: ToldFirm): ToldFirm | null {
    const before = this.held
    this.repeated = before?.codiceFiscale === firm.codiceFiscale && firm.sites.every((site) => hasSite(before, site))
    if (before?.codiceFiscale === firm.codiceFiscale) {
      this.held = merged(before, firm)
      return null
    }
    this.held = firm
    return before
  }

  end(): ToldFirm | null {
    const last = this.held
    this.held = null
    return last
  }
}
