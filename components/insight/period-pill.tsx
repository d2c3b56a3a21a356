'use client'
import type { Route } from 'next'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useRef, useState, useTransition } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { OverlayTrigger } from '@/components/ui/overlay-trigger'
import { PILL } from '@/components/ui/pill-face'
import { RowIcon } from '@/components/ui/row-icon'
import { Skeleton } from '@/components/ui/skeleton'
import { Spinner } from '@/components/ui/spinner'
import { filteredAddress } from '@/components/ui/url-filter'
import { formatDate } from '@/lib/format'

const load = () => import('@/components/ui/popover-dialog')
const PopoverDialog = lazy(async () => ({ default: (await load()).PopoverDialog }))
/** The month weighs as much as the rest of the page: it comes when it is opened. */
const PeriodForm = lazy(() => import('@/components/insight/period-form').then((file) => ({ default: file.PeriodForm })))

type PeriodPillProps = {
  /** YYYY-MM-DD, or empty. */
  from: string
  to: string
  locale: string
  /** Names in the address. */
  names?: readonly [from: string, to: string]
  label?: string
  /** What it says where no day is chosen. */
  none?: string
}

const noon = (day: string) => new Date(`${day}T12:00:00Z`)

/** The days the page is about, both included. */
export function PeriodPill({ from, to, locale, names = ['from', 'to'], label, none }: PeriodPillProps) {
  const t = useTranslations('insight.period')
  const [isPending, startTransition] = useTransition()
  const router = useRouter()
  const pathname = usePathname()
  const search = useSearchParams()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)

  const write = (first: string, last: string) =>
    startTransition(() => {
      const [, started = ''] = filteredAddress(pathname, search.toString(), names[0], [first]).split('?')
      router.push(filteredAddress(pathname, started, names[1], [last]) as Route, { scroll: false })
    })

  const trigger = (
    <AriaButton className={PILL}>
      <RowIcon name="calendar-days" />
      <span className="text-text-3">{label ?? t('label')}</span>
      <b className="truncate font-semibold">
        {from && to
          ? t('between', {
              from: formatDate(locale, noon(from), from.slice(0, 4) === to.slice(0, 4) ? 'brief' : 'day'),
              to: formatDate(locale, noon(to), 'day'),
            })
          : from
            ? t('since', { from: formatDate(locale, noon(from), 'long') })
            : to
              ? t('until', { to: formatDate(locale, noon(to), 'long') })
              : (none ?? t('all'))}
      </b>
      {isPending ? <Spinner /> : <RowIcon name="chevron-down" />}
    </AriaButton>
  )
  return (
    <OverlayTrigger trigger={trigger} triggerRef={button} isOpen={isOpen} onOpen={() => setOpen(true)} load={load}>
      <PopoverDialog
        label={label ?? t('label')}
        dialogClassName="w-72 max-w-full p-3"
        triggerRef={button}
        isOpen={isOpen}
        onOpenChange={setOpen}
        offset={4}
      >
        <Suspense fallback={<Skeleton className="h-44" />}>
          <PeriodForm
            from={from}
            to={to}
            onChoose={(first, last) => {
              setOpen(false)
              write(first, last)
            }}
          />
        </Suspense>
      </PopoverDialog>
    </OverlayTrigger>
  )
}
