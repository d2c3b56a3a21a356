import { showShare } from '@/lib/statistics/showing'
import { type Interval, wilson } from '@/lib/statistics/wilson'

/** Firms a service was presented to, how many answered each question, and how many of them yes. */
export type Presented = {
  id: string
  nameIt: string
  nameEn: string
  presented: number
  knownAsked: number
  known: number
  usedAsked: number
  used: number
  interestedAsked: number
  interested: number
}

export type Known = { service: Presented; share: number; interval: Interval }

/** Services with enough answers, and what share of the firms knew each before it was presented; least known first. */
export function leastKnown(rows: Presented[]): Known[] {
  return rows
    .flatMap((service) => {
      const interval = showShare(service.knownAsked) ? wilson(service.known, service.knownAsked) : null
      return interval ? [{ service, share: service.known / service.knownAsked, interval }] : []
    })
    .sort((one, other) => one.share - other.share)
}

/** Of all answers to whether a service was known before, firm by firm and service by service. */
export function knownInAll(rows: Presented[]): { known: number; asked: number } {
  const sum = (of: 'known' | 'knownAsked') => rows.reduce((total, row) => total + row[of], 0)
  return { known: sum('known'), asked: sum('knownAsked') }
}
