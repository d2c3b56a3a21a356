'use client'
import { useLocale, useTranslations } from 'next-intl'
import { use } from 'react'
import { DrawNotes } from '@/components/campaigns/draw-notes'
import { SectorOutlook } from '@/components/campaigns/sector-outlook'
import { StratumList } from '@/components/campaigns/stratum-list'
import { type DrawWish, drawTotal, numberIn } from '@/components/campaigns/use-draw'
import { type StratumNames, useStratumLabel } from '@/components/campaigns/use-stratum-label'
import { Notice } from '@/components/ui/notice'
import { planDraw, type Stratifier, valuesOf } from '@/lib/draws/rules'
import { formatNumber, theShare } from '@/lib/format'
import type { CountedFrame } from '@/lib/frames/queries'
import { type Experience, isLeftToChance, outlookOf, ratesFor } from '@/lib/outlook/rules'

export type PlanSources = {
  frame: Promise<CountedFrame>
  experience: Promise<{ experience: Experience[]; shares: [string, number][] }>
  names: StratumNames
}
type DrawPlanProps = PlanSources & {
  by: Stratifier[]
  wish: DrawWish
  change: (part: Partial<DrawWish>) => void
  targets: { targetCalls: number; targetVisits: number }
}

/** The draw as it would be made now: firms and reserves of each stratum, and what each sector's interval will be. */
export function DrawPlan({ frame, experience, names, by, wish, change, targets }: DrawPlanProps) {
  const t = useTranslations('campaigns.draw')
  const problems = useTranslations('refusals')
  const locale = useLocale()
  const label = useStratumLabel(by, names)
  const { cells, counts, sectors } = use(frame)
  const known = use(experience)
  const rates = ratesFor(known.experience)
  const shares = new Map(known.shares)
  const minimum = numberIn(wish.minimum)
  const total = drawTotal(wish, targets.targetCalls, rates, counts.listed)
  const byHand = Object.fromEntries(Object.entries(wish.byHand).map(([key, typed]) => [key, numberIn(typed)]))
  const design = { by, allocation: wish.allocation, total, minimum, byHand, merged: wish.merged }
  const { strata, problem } = planDraw(cells, { ...design, reserveFactor: numberIn(wish.reserveFactor) }, (key) =>
    shares.get(valuesOf(key, by).sector ?? ''),
  )
  const outlook = outlookOf(strata, by, known.experience, targets, sectors)
  const all = outlook[0]
  // Before any number is typed nothing is wrong yet.
  const unasked = problem?.key === 'drawTooSmall' && total === 0 && wish.allocation !== 'by_hand'
  const shown = (count: number) => formatNumber(locale, Math.round(count))
  return (
    <div className="flex flex-col gap-3.5">
      {unasked && <p className="text-table text-text-2">{t('unasked')}</p>}
      {problem && !unasked && (
        <Notice tone="warn" role="status">
          {problems(problem.key, { most: shown(problem.most), least: shown(problem.least) })}
        </Notice>
      )}
      {!problem && (
        <div role="status">
          <p className="text-panel font-semibold">
            {t('drawn', {
              count: all?.sample ?? 0,
              shown: shown(all?.sample ?? 0),
              reserves: shown(all?.reserves ?? 0),
            })}
          </p>
          <p className="text-table text-text-2">
            {t(rates.known ? 'ratesKnown' : 'ratesUsual', {
              contact: theShare(locale, rates.contact, 0),
              visit: theShare(locale, rates.visit, 0),
            })}{' '}
            {t('expected', { contacts: shown(all?.contacts ?? 0), visits: shown(all?.visits ?? 0) })}
          </p>
        </div>
      )}
      <DrawNotes strata={strata} cells={cells} minimum={minimum} by={by} names={names} label={label} />
      {!problem && <SectorOutlook outlook={outlook} names={names.sector} byChance={isLeftToChance(strata, by)} />}
      {(strata.length > 1 || wish.allocation === 'by_hand') && (
        <StratumList strata={strata} cells={cells} minimum={minimum} wish={wish} change={change} label={label} />
      )}
    </div>
  )
}
