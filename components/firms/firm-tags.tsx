import { Ban, CircleAlert, CircleCheck, CircleX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
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

export function StatusTag({ status }: { status: RegisterStatus }) {
  const t = useTranslations('firms.status')
  const [tone, Icon] = (
    {
      active: ['ok', CircleCheck],
      inactive: ['neutral', CircleAlert],
      in_liquidation: ['warn', CircleAlert],
      insolvent: ['warn', CircleAlert],
      ceased: ['danger', CircleX],
    } as const
  )[status]
  return (
    <Tag tone={tone} icon={<Icon size={14} strokeWidth={1.75} aria-hidden />}>
      {t(status)}
    </Tag>
  )
}

/** The firm wants to be left alone. */
export function StopTag() {
  const t = useTranslations('firms.contact')
  return (
    <Tag tone="danger" icon={<Ban size={14} strokeWidth={1.75} aria-hidden />}>
      {t('stop')}
    </Tag>
  )
}
