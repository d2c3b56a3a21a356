import { Ban, Check, Columns3, ListChecks, Loader, Trash2, TriangleAlert, Undo2 } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { Tag, type TagTone } from '@/components/ui/tag'
import type { ImportStatus } from '@/prisma/client/enums'

const LOOKS = {
  receiving: ['blue', Loader],
  mapping: ['warn', Columns3],
  checking: ['blue', Loader],
  checked: ['warn', ListChecks],
  applying: ['blue', Loader],
  done: ['ok', Check],
  refused: ['danger', Ban],
  interrupted: ['warn', TriangleAlert],
  undoing: ['blue', Loader],
  undone: ['neutral', Undo2],
  discarded: ['neutral', Trash2],
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
