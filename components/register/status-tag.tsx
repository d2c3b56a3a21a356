import { Ban, Check, Loader, TriangleAlert, Undo2 } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { Tag, type TagTone } from '@/components/ui/tag'
import type { ImportStatus } from '@/prisma/client/enums'

const LOOKS = {
  receiving: ['blue', Loader],
  reading: ['blue', Loader],
  applying: ['blue', Loader],
  done: ['ok', Check],
  refused: ['danger', Ban],
  interrupted: ['warn', TriangleAlert],
  undone: ['neutral', Undo2],
} as const satisfies Record<ImportStatus, readonly [TagTone, typeof Check]>

export async function ImportStatusTag({ status }: { status: ImportStatus }) {
  const t = await getTranslations('register')
  const [tone, Icon] = LOOKS[status]
  return (
    <Tag tone={tone} icon={<Icon strokeWidth={1.75} aria-hidden />}>
      {t(`status.${status}`)}
    </Tag>
  )
}
