'use client'
import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { formatNumber } from '@/lib/format'
import type { Move, Moves } from '@/lib/sectors/queries'

type SectorMovesProps = { moves: Moves; names: Map<string, string> }

/** From which sector to which, how many firms, which codes and some of the firms; takes the focus when it comes. */
export function SectorMoves({ moves: { moves, moved, unknownPrefixes }, names }: SectorMovesProps) {
  const t = useTranslations('sectors')
  const locale = useLocale()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const reading = moved ? t('movesReading', { count: moved, shown: formatNumber(locale, moved) }) : t('nothingMoves')
  return (
    <div ref={box} tabIndex={-1} role="status" className="outline-none">
      <Card id="moves" title={t('moves')} reading={reading}>
        {unknownPrefixes.length > 0 && (
          <Notice tone="warn" className="mb-3">
            {t('unknown', { prefixes: unknownPrefixes.join(', ') })}
          </Notice>
        )}
        <ul className="flex flex-col divide-y divide-border">
          {moves.map((move) => (
            <li key={move.fromId + move.toId} className="flex gap-4 py-2.5">
              <b className="w-16 shrink-0 text-right text-body font-semibold">{formatNumber(locale, move.firms)}</b>
              <div className="min-w-0 flex-1">
                <p className="text-body">
                  <span className="sr-only">{`${t('from')} `}</span>
                  {names.get(move.fromId)}
                  <span aria-hidden> → </span>
                  <span className="sr-only">{` ${t('to')} `}</span>
                  <b className="font-semibold">{names.get(move.toId)}</b>
                </p>
                <MovingCodes move={move} />
                <p className="text-small text-text-2">
                  {`${t('examples')}: `}
                  {move.examples.map(({ id, name }, i) => (
                    <span key={id}>
                      {i > 0 && ', '}
                      <Link href={`/firms/${id}` as Route} prefetch={false} className="text-link hover:underline">
                        {name}
                      </Link>
                    </span>
                  ))}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}

function MovingCodes({ move: { codes, codesInAll } }: { move: Move }) {
  const t = useTranslations('sectors')
  const locale = useLocale()
  const others = codesInAll - codes.length
  const told = codes.map(({ ateco, firms, title }) => {
    const words = title && ((locale === 'en' && title.titleEn) || title.titleIt)
    const code = [ateco ?? t('noCode'), words].filter(Boolean).join(' ')
    return `${code} (${formatNumber(locale, firms)})`
  })
  return (
    <p className="text-small text-text-2">
      {told.join(', ')}
      {others > 0 && ` ${t('moreCodes', { count: others, shown: formatNumber(locale, others) })}`}
    </p>
  )
}
