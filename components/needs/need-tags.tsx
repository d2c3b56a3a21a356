import { useTranslations } from 'next-intl'
import { RowIcon, type RowIconName } from '@/components/ui/row-icon'
import { Tag, type TagTone } from '@/components/ui/tag'
import type { NeedPriority, NeedStatus } from '@/prisma/client/enums'

const STATUS: Record<NeedStatus, [TagTone, RowIconName]> = {
  recorded: ['outline', 'circle-dashed'],
  referred: ['neutral', 'circle-dashed'],
  taken_up: ['blue', 'handshake'],
  in_progress: ['blue', 'loader'],
  waiting: ['warn', 'clock'],
  met: ['ok', 'circle-check'],
  not_met: ['danger', 'circle-x'],
  withdrawn: ['neutral', 'undo-2'],
}

export function NeedStatusTag({ status }: { status: NeedStatus }) {
  const t = useTranslations('needs.status')
  const [tone, icon] = STATUS[status]
  return (
    <Tag tone={tone} icon={<RowIcon name={icon} />}>
      {t(status)}
    </Tag>
  )
}

/** High stands out; the others are told apart by word and shape. */
export function NeedPriorityMark({ priority }: { priority: NeedPriority }) {
  const t = useTranslations('needs.priority')
  return (
    <span className={priority === 'high' ? 'need-mark need-mark-high' : 'need-mark'}>
      <RowIcon name={priority === 'low' ? 'arrow-down' : 'flag'} />
      {t(priority)}
    </span>
  )
}
