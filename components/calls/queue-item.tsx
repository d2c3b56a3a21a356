'use client'
import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useDesk } from '@/components/calls/desk-frame'
import { classNames } from '@/components/ui/class-names'
import { RowIcon, type RowIconName } from '@/components/ui/row-icon'

export type QueueEntry = {
  assignmentId: string
  firmName: string
  meta: string
  kind: 'callback' | 'confirm' | 'listed' | 'excluded'
  /** Where an appointment to confirm stands with all one can do to it. */
  agenda: string | null
  attempts: number
  due: { kind: 'late' | 'now' | 'later'; when: string } | null
  holder: string | null
}

const ROW =
  'grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-2 border-b border-l-3 border-b-border py-1.5 pr-3.5 pl-3.25 text-left focus-inset'

/** One firm of the queue; pressing it takes the firm, unless it must not be called or a colleague has it. */
export function QueueItem({ item, isCurrent }: { item: QueueEntry; isCurrent: boolean }) {
  const t = useTranslations('calls.queue')
  const { take } = useDesk()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) bringIntoView(row.current)
  }, [isCurrent])
  const excluded = item.kind === 'excluded'
  const isMarked = excluded || item.due !== null
  const attempts = item.kind === 'callback' ? 'attempt' : 'attempts'
  const count = item.kind === 'callback' ? item.attempts + 1 : item.attempts
  const content = (
    <>
      <span
        title={item.firmName}
        className={classNames(
          'truncate text-body',
          excluded ? 'text-text-3 line-through' : 'font-semibold',
          isMarked ? '' : 'col-span-2',
        )}
      >
        {item.firmName}
      </span>
      {isMarked && (
        <span className="text-small leading-[21px] whitespace-nowrap">
          <Due item={item} />
        </span>
      )}
      <span className="truncate text-small text-text-2">{item.meta}</span>
      <span className={classNames('text-right text-small', isCurrent ? 'text-text-2' : 'text-text-3')}>
        {excluded
          ? t('excluded')
          : item.agenda
            ? t('confirm')
            : item.holder
              ? t('heldBy', { name: item.holder })
              : t(attempts, { count })}
      </span>
    </>
  )
  return (
    <li ref={row}>
      {item.agenda ? (
        <Link href={item.agenda as Route} className={classNames(ROW, 'border-l-transparent text-text hover:bg-hover')}>
          {content}
        </Link>
      ) : excluded ? (
        <div className={classNames(ROW, 'border-l-transparent')}>{content}</div>
      ) : (
        <button
          type="button"
          data-queue-row
          aria-current={isCurrent}
          disabled={Boolean(item.holder)}
          onClick={() => isCurrent || take(item.assignmentId)}
          className={classNames(
            ROW,
            isCurrent
              ? 'border-l-primary bg-tint'
              : 'border-l-transparent hover:bg-hover disabled:hover:bg-transparent',
            'cursor-pointer disabled:cursor-not-allowed',
          )}
        >
          {content}
        </button>
      )}
    </li>
  )
}

/** Moves the queue alone: the page stays where it is. */
function bringIntoView(row: HTMLElement | null) {
  const queue = row?.closest<HTMLElement>('[data-queue]')
  if (!row || !queue) return
  const above = queue.getBoundingClientRect().top - row.getBoundingClientRect().top
  const below = row.getBoundingClientRect().bottom - queue.getBoundingClientRect().bottom
  if (above > 0) queue.scrollTop -= above
  else if (below > 0) queue.scrollTop += below
}

function Due({ item: { due, kind } }: { item: QueueEntry }) {
  const t = useTranslations('calls.queue')
  if (kind === 'excluded') return <With icon="ban" className="font-semibold text-text-2" words={t('stopped')} />
  if (!due) return null
  const { when } = due
  if (due.kind === 'late')
    return <With icon="circle-alert" className="font-semibold text-danger-text" words={t('late', { when })} />
  if (due.kind === 'now') return <With icon="clock" className="font-semibold text-on-tint" words={t('now', { when })} />
  return <With icon="clock" className="text-text-2" words={when} />
}

function With({ icon, className, words }: { icon: RowIconName; className: string; words: string }) {
  return (
    <span className={classNames('flex items-center gap-1', className)}>
      <RowIcon name={icon} />
      {words}
    </span>
  )
}
