import { useTranslations } from 'next-intl'
import { RowIcon, type RowIconName } from '@/components/ui/row-icon'
import { Tag, type TagTone } from '@/components/ui/tag'
import type { RegisterStatus } from '@/prisma/client/enums'

export const FLAGS = ['young', 'female', 'foreign', 'artisan'] as const
type Flags = Partial<Record<(typeof FLAGS)[number], boolean>>

/** What the register says of who owns the firm. */
export function FlagTags({ firm }: { firm: Flags }) {
  const t = useTranslations('firms.flags')
  return FLAGS.filter((flag) => firm[flag]).map((flag) => (
    <Tag key={flag} tone={flag === 'artisan' ? 'neutral' : 'blue'}>
      {t(flag)}
    </Tag>
  ))
}

const STATUS = {
  active: ['ok', 'circle-check'],
  inactive: ['neutral', 'circle-alert'],
  in_liquidation: ['warn', 'circle-alert'],
  insolvent: ['warn', 'circle-alert'],
  ceased: ['danger', 'circle-x'],
} as const satisfies Record<RegisterStatus, [TagTone, RowIconName]>

export const statusLook = (status: RegisterStatus) => STATUS[status]

export function StatusTag({ status }: { status: RegisterStatus }) {
  const t = useTranslations('firms.status')
  const [tone, icon] = STATUS[status]
  return (
    <Tag tone={tone} icon={<RowIcon name={icon} />}>
      {t(status)}
    </Tag>
  )
}
