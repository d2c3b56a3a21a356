import {
  ArrowDown,
  CircleCheck,
  CircleDashed,
  CircleX,
  Clock,
  Flag,
  Handshake,
  Loader,
  type LucideIcon,
  Undo2,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Tag, type TagTone } from '@/components/ui/tag'
import type { NeedPriority, NeedStatus } from '@/prisma/client/enums'

const STATUS: Record<NeedStatus, [TagTone, LucideIcon]> = {
  recorded: ['outline', CircleDashed],
  referred: ['neutral', CircleDashed],
  taken_up: ['blue', Handshake],
  in_progress: ['blue', Loader],
  waiting: ['warn', Clock],
  met: ['ok', CircleCheck],
  not_met: ['danger', CircleX],
  withdrawn: ['neutral', Undo2],
}

export function NeedStatusTag({ status }: { status: NeedStatus }) {
  const t = useTranslations('needs.status')
  const [tone, Icon] = STATUS[status]
  return (
    <Tag tone={tone} icon={<Icon strokeWidth={1.75} aria-hidden />}>
      {t(status)}
    </Tag>
  )
}

/** High stands out; the others are told apart by word and shape. */
export function NeedPriorityMark({ priority }: { priority: NeedPriority }) {
  const t = useTranslations('needs.priority')
  const Icon = priority === 'low' ? ArrowDown : Flag
  const look = priority === 'high' ? 'font-semibold text-danger-text' : 'text-text-2'
  return (
    <span className={`inline-flex items-center gap-1.5 text-table ${look}`}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      {t(priority)}
    </span>
  )
}
