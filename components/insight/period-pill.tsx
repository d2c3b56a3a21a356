'use client'
import { CalendarDays, ChevronDown } from 'lucide-react'
import type { Route } from 'next'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useTransition } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { POPOVER } from '@/components/ui/list-popover'
import { Skeleton } from '@/components/ui/skeleton'
import { Spinner } from '@/components/ui/spinner'
import { filteredAddress } from '@/components/ui/url-filter'
import { formatDate } from '@/lib/format'

/** The month weighs as much as the rest of the page: it comes when it is opened. */
const PeriodForm = lazy(() => import('@/components/insight/period-form').then((file) => ({ default: file.PeriodForm })))

type PeriodPillProps = { /** YYYY-MM-DD, or empty. */ from: string; to: string; locale: string }

const noon = (day: string) => new Date(`${day}T12:00:00Z`)

/** The days the page is about, both included. */
export function PeriodPill({ from, to, locale }: PeriodPillProps) {
  const t = useTranslations('insight.period')
  const [isPending, startTransition] = useTransition()
  const router = useRouter()
  const pathname = usePathname()
  const search = useSearchParams()

  const write = (first: string, last: string) =>
    startTransition(() => {
      const [, started = ''] = filteredAddress(pathname, search.toString(), 'from', [first]).split('?')
      router.push(filteredAddress(pathname, started, 'to', [last]) as Route, { scroll: false })
    })

  return (
    <DialogTrigger>
      <AriaButton className="flex h-11 max-w-full cursor-pointer items-center gap-1.5 rounded-m border border-border-strong bg-surface pr-2 pl-2.75 text-table whitespace-nowrap hover:bg-hover tablet:h-8.5 [&>svg]:shrink-0 [&>svg]:text-text-3">
        <CalendarDays size={14} strokeWidth={1.75} aria-hidden />
        <span className="text-text-3">{t('label')}</span>
        <b className="truncate font-semibold">
          {from && to
            ? t('between', {
                from: formatDate(locale, noon(from), from.slice(0, 4) === to.slice(0, 4) ? 'brief' : 'day'),
                to: formatDate(locale, noon(to), 'day'),
              })
            : from
              ? t('since', { from: formatDate(locale, noon(from), 'day') })
              : to
                ? t('until', { to: formatDate(locale, noon(to), 'day') })
                : t('all')}
        </b>
        {isPending ? <Spinner /> : <ChevronDown size={16} strokeWidth={1.75} aria-hidden />}
      </AriaButton>
      <Popover offset={4} className={POPOVER}>
        <Dialog aria-label={t('label')} className="w-72 max-w-full p-3 outline-none">
          {({ close }) => (
            <Suspense fallback={<Skeleton className="h-44" />}>
              <PeriodForm
                from={from}
                to={to}
                onChoose={(first, last) => {
                  close()
                  write(first, last)
                }}
              />
            </Suspense>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
