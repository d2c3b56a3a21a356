'use client'
import { useTranslations } from 'next-intl'
import type { StratumNames } from '@/components/campaigns/use-stratum-label'
import { type Cell, oddities, type PlannedStratum, type Stratifier, valuesOf } from '@/lib/draws/rules'

type DrawNotesProps = {
  strata: PlannedStratum[]
  cells: Cell[]
  minimum: number
  by: Stratifier[]
  names: StratumNames
  label: (key: string) => string
}

/** So many strata are named; the rest is in the list below. */
const NAMED = 4

/** What is odd about the strata, said before anything is drawn. */
export function DrawNotes({ strata, cells, minimum, by, names, label }: DrawNotesProps) {
  const t = useTranslations('campaigns.draw')
  const { small, undrawn, usedUp } = oddities(strata, minimum)
  const found = new Set(cells.map(({ key }) => valuesOf(key, by).sector))
  const empty = by.includes('sector') ? Object.keys(names.sector).filter((id) => !found.has(id)) : []
  const named = (all: string[]) => {
    const more = all.length - NAMED
    return [...all.slice(0, NAMED), ...(more > 0 ? [t('more', { count: more })] : [])].join('; ')
  }
  const labels = (all: PlannedStratum[]) => named(all.map(({ key }) => label(key)))
  const notes = [
    empty.length > 0 && t('emptySectors', { names: named(empty.map((id) => names.sector[id] ?? id)) }),
    small.length > 0 && t('small', { count: small.length, names: labels(small) }),
    undrawn.length > 0 &&
      undrawn.length < strata.length &&
      t('undrawn', { count: undrawn.length, names: labels(undrawn) }),
    usedUp.length > 0 && t('usedUp', { count: usedUp.length, names: labels(usedUp) }),
  ].filter((note) => note !== false)
  if (!notes.length) return null
  return (
    <ul className="flex list-disc flex-col gap-1 pl-5 text-table text-text-2">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}
