'use client'
import { useState } from 'react'
import type { Stratifier } from '@/lib/draws/rules'
import { type Experience, firmsNeeded, type Rates, ratesFor } from '@/lib/outlook/rules'
import type { Allocation } from '@/lib/statistics/allocation'

/** What of the draw is typed, as it was typed. */
export type DrawWish = {
  allocation: Allocation
  /** Empty: as many as the targets need. */
  total: string
  minimum: string
  reserveFactor: string
  seed: string
  byHand: Record<string, string>
  merged: Record<string, string>
}

const START: DrawWish = {
  allocation: 'proportional',
  total: '',
  minimum: '2',
  reserveFactor: '1',
  seed: '',
  byHand: {},
  merged: {},
}

export function useDraw() {
  const [wish, setWish] = useState<DrawWish>(START)
  return {
    wish,
    change: (part: Partial<DrawWish>) => setWish((before) => ({ ...before, ...part })),
    /** The draw as it is sent: with the total the screen shows. */
    async design(by: Stratifier[], targets: { targetCalls: string }, frame: Counted, experience: Experienced) {
      const [{ counts }, known] = await Promise.all([frame, experience])
      const { total: _, seed, byHand, ...rest } = wish
      const total = drawTotal(wish, numberIn(targets.targetCalls), ratesFor(known.experience), counts.listed)
      const typed = Object.fromEntries(Object.entries(byHand).map(([key, text]) => [key, numberIn(text)]))
      const draw = { ...rest, by, byHand: typed, ...(wish.allocation === 'by_hand' ? {} : { total }) }
      return { draw, ...(seed.trim() ? { seed: seed.trim() } : {}) }
    },
  }
}

type Counted = Promise<{ counts: { listed: number } }>
type Experienced = Promise<{ experience: Experience[] }>

/** As many firms as were typed, else as the targets need at the rate to expect. */
export function drawTotal({ total }: DrawWish, targetCalls: number, rates: Rates, frame: number): number {
  return total.trim() ? Math.round(numberIn(total)) : firmsNeeded(targetCalls, rates, frame)
}

/** Digits only count; anything else is nothing. */
export const numberIn = (text: string | undefined): number => {
  const number = Number((text ?? '').trim().replace(',', '.'))
  return Number.isFinite(number) && number > 0 ? number : 0
}
