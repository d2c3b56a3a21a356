import { useTranslations } from 'next-intl'
import { classNames } from '@/components/ui/class-names'
import type { NeedStatus } from '@/prisma/client/enums'

const STAGES = ['stageRecorded', 'stageTaken', 'stageWork', 'stageClosed'] as const
const STAGE_OF: Record<NeedStatus, number> = {
  recorded: 0,
  referred: 0,
  taken_up: 1,
  in_progress: 2,
  waiting: 2,
  met: 3,
  not_met: 3,
  withdrawn: 3,
}

export function NeedProgress({ status }: { status: NeedStatus }) {
  const t = useTranslations('needs.page')
  const now = STAGE_OF[status]
  return (
    <ol aria-label={t('progress')} className="grid grid-cols-4 gap-1.5">
      {STAGES.map((stage, i) => (
        <li key={stage} aria-current={i === now ? 'step' : undefined} className="min-w-0">
          <span
            className={classNames('block h-1 rounded-full', i < now ? 'bg-ok' : i === now ? 'bg-primary' : 'bg-border')}
          />
          <span
            className={classNames(
              'block truncate pt-1 text-small',
              i === now ? 'font-semibold text-text' : 'text-text-2',
            )}
          >
            {t(stage)}
          </span>
        </li>
      ))}
    </ol>
  )
}
