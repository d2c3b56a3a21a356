'use client'
import { Suspense } from 'react'
import { DrawFields } from '@/components/campaigns/draw-fields'
import { DrawPlan, type PlanSources } from '@/components/campaigns/draw-plan'
import { StrataChoice } from '@/components/campaigns/strata-choice'
import { type DrawWish, numberIn } from '@/components/campaigns/use-draw'
import { Skeleton } from '@/components/ui/skeleton'
import type { Way } from '@/lib/campaigns/rules'
import type { Stratifier } from '@/lib/draws/rules'
import type { OppositionRule } from '@/prisma/client/enums'

/** What the address of the form says. */
export type Asked = {
  filter: string
  way: Way
  by: Stratifier[]
  coolOffMonths: number
  opposition: OppositionRule
}

type DrawStepProps = PlanSources & {
  asked: Asked
  targets: Record<'targetCalls' | 'targetVisits', string>
  wish: DrawWish
  change: (part: Partial<DrawWish>) => void
  errors: Record<string, string>
}

/** Strata, numbers, and what they lead to; while the firms are counted again the rest can be typed on. */
export function DrawStep({ asked, targets, wish, change, errors, ...sources }: DrawStepProps) {
  const aims = { targetCalls: numberIn(targets.targetCalls), targetVisits: numberIn(targets.targetVisits) }
  return (
    <div className="mt-4 flex flex-col gap-4">
      <StrataChoice by={asked.by} />
      <DrawFields wish={wish} change={change} errors={errors} />
      <Suspense fallback={<Skeleton className="h-40 w-full" />}>
        <DrawPlan {...sources} by={asked.by} wish={wish} change={change} targets={aims} />
      </Suspense>
    </div>
  )
}
