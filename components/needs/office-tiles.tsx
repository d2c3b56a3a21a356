import { CircleAlert } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { needsAddress } from '@/components/needs/address'
import { classNames } from '@/components/ui/class-names'
import { formatNumber } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import type { openNeedsByOffice } from '@/lib/needs/queries'
import type { NeedFilter } from '@/lib/needs/schema'

type Figures = Awaited<ReturnType<typeof openNeedsByOffice>>
type OfficeTilesProps = { figures: Figures; filter: NeedFilter }

/** Open needs of each office, with those overdue; a tile is the filter for its office. */
export function OfficeTiles({ figures, filter }: OfficeTilesProps) {
  const locale = useLocale()
  const t = useTranslations('needs.list')
  const sum = (of: (row: Figures[number]) => number) => figures.reduce((total, row) => total + of(row), 0)
  const all = { open: sum((r) => r.open), toTakeUp: sum((r) => r.toTakeUp), overdue: sum((r) => r.overdue) }
  const tiles = [
    ...(figures.length > 1 ? [{ id: undefined, name: t('allOffices'), ...all }] : []),
    ...figures.flatMap(({ office, ...row }) =>
      office ? [{ id: office.id, name: nameIn(locale, office), ...row }] : [],
    ),
  ]
  return (
    <nav aria-label={t('offices')} className="mb-3.5">
      <ul className="grid grid-cols-2 gap-2.5 tablet:grid-cols-4 wide:auto-cols-fr wide:grid-flow-col wide:grid-cols-none">
        {tiles.map(({ id, name, open, toTakeUp, overdue }) => (
          <li key={id ?? 'all'} className="min-w-0">
            <Link
              href={needsAddress({ ...filter, office: id, after: undefined }) as Route}
              aria-current={filter.office === id ? 'true' : undefined}
              aria-label={t('tile', { office: name, open, toTakeUp, overdue })}
              className={classNames(
                'flex h-full flex-col rounded-l px-3 py-2 text-text no-underline',
                filter.office === id
                  ? 'border-2 border-primary bg-tint'
                  : 'border border-border bg-surface hover:bg-hover',
              )}
            >
              <span className="truncate text-small font-semibold" title={name}>
                {name}
              </span>
              <span className="flex items-baseline justify-between gap-2">
                <b className="text-tile font-semibold">{formatNumber(locale, open)}</b>
                {overdue > 0 && (
                  <span className="inline-flex items-center gap-1 text-table text-danger-text">
                    <CircleAlert size={14} strokeWidth={1.75} aria-hidden />
                    {formatNumber(locale, overdue)}
                  </span>
                )}
              </span>
              <Bars toTakeUp={toTakeUp} inHand={open - toTakeUp} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Bars({ toTakeUp, inHand }: { toTakeUp: number; inHand: number }) {
  return (
    <span aria-hidden className="mt-1 flex h-1.25 gap-0.75">
      {toTakeUp > 0 && (
        <i className="min-w-1.5 rounded-full border border-border-strong bg-surface" style={{ flexGrow: toTakeUp }} />
      )}
      {inHand > 0 && <i className="min-w-1.5 rounded-full bg-primary" style={{ flexGrow: inHand }} />}
    </span>
  )
}

export function TilesLegend() {
  const t = useTranslations('needs.list')
  return (
    <p className="flex gap-4 text-small text-text-2" aria-hidden>
      <span className="inline-flex items-center gap-1.5">
        <i className="h-1.25 w-4 rounded-full border border-border-strong bg-surface" />
        {t('legendToTakeUp')}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <i className="h-1.25 w-4 rounded-full bg-primary" />
        {t('legendInHand')}
      </span>
    </p>
  )
}
