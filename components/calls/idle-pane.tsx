'use client'
import { Phone } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useDesk } from '@/components/calls/desk-frame'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { formatCount, formatDate, formatTime } from '@/lib/format'
import type { CampaignStatus } from '@/prisma/client/enums'

type IdlePaneProps = {
  status: CampaignStatus
  /** Firms whose turn it is, callbacks included; of the list only in the campaign's hours. */
  ready: number
  /** Whether the list comes up now, and when it does next. */
  hours: { open: boolean; opensAt: Date | null }
  /** The firm the address names. */
  asked: { assignmentId: string; firmName: string; isCallable: boolean } | null
}

/** Nobody is on the telephone: the next firm is one key away, or there is a reason why not. */
export function IdlePane({ status, ready, hours, asked }: IdlePaneProps) {
  const t = useTranslations('calls.idle')
  const locale = useLocale()
  const { start, take, isPending, noneLeft } = useDesk()
  const icon = <Phone size={20} strokeWidth={1.75} aria-hidden />
  const open = status === 'open'
  const wanted = asked?.isCallable && open ? asked : null
  const words = () => {
    if (status !== 'open') return t(status)
    if (asked) return t(asked.isCallable ? 'asked' : 'askedDone', { name: asked.firmName })
    if (ready > 0 && noneLeft) return t('noneLeft')
    if (ready > 0) return t('ready', { count: ready, shown: formatCount(locale, ready) })
    if (hours.open) return t('empty')
    const { opensAt } = hours
    if (!opensAt) return t('neverOpen')
    return t('outOfHours', { day: formatDate(locale, opensAt), time: formatTime(locale, opensAt) })
  }
  return (
    <section data-idle className="grid place-items-center px-4 py-10 wide:col-span-2 desk:row-span-2 wide:row-span-1">
      <Empty
        title={words()}
        action={
          open && (wanted || ready > 0) ? (
            <Button
              key={wanted?.assignmentId}
              variant="filled"
              size="lg"
              icon={icon}
              autoFocus
              isPending={isPending}
              onPress={() => (wanted ? take(wanted.assignmentId) : start())}
            >
              {t(wanted ? 'open' : 'start')}
            </Button>
          ) : undefined
        }
      />
    </section>
  )
}
