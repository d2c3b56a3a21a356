'use client'
import { Bookmark } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { OverlayTrigger } from '@/components/ui/overlay-trigger'
import { Skeleton } from '@/components/ui/skeleton'
import type { SavedView } from '@/lib/insight-views/queries'

const load = () => import('@/components/ui/popover-dialog')
const PopoverDialog = lazy(async () => ({ default: (await load()).PopoverDialog }))
const ViewList = lazy(() => import('@/components/insight/view-list').then((file) => ({ default: file.ViewList })))

/** Filters kept under a name, and a place to keep the one in the address. */
export function ViewsButton({ views }: { views: SavedView[] }) {
  const t = useTranslations('insight.views')
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const trigger = <Button icon={<Bookmark size={16} strokeWidth={1.75} aria-hidden />}>{t('label')}</Button>
  return (
    <OverlayTrigger trigger={trigger} triggerRef={button} isOpen={isOpen} onOpen={() => setOpen(true)} load={load}>
      <PopoverDialog
        label={t('label')}
        dialogClassName="w-80 max-w-full p-3"
        triggerRef={button}
        isOpen={isOpen}
        onOpenChange={setOpen}
        offset={4}
        placement="bottom end"
      >
        <Suspense fallback={<Skeleton className="h-44" />}>
          <ViewList views={views} onChoose={() => setOpen(false)} />
        </Suspense>
      </PopoverDialog>
    </OverlayTrigger>
  )
}
