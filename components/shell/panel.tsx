'use client'
import { usePathname } from 'next/navigation'
import { lazy, type ReactNode, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { OverlayTrigger } from '@/components/ui/overlay-trigger'

const load = () => import('@/components/ui/popover-dialog')
const PopoverDialog = lazy(async () => ({ default: (await load()).PopoverDialog }))

type PanelProps = { label: string; trigger: ReactNode; className: string; children: ReactNode }

/** Opens beneath its button, and closes once one has gone somewhere. */
export function Panel({ label, trigger, className, children }: PanelProps) {
  const pathname = usePathname()
  const [openAt, setOpenAt] = useState<string>()
  const button = useRef<HTMLButtonElement>(null)
  const change = (open: boolean) => setOpenAt(open ? pathname : undefined)
  const isOpen = openAt === pathname
  return (
    <OverlayTrigger
      trigger={<Button className={className}>{trigger}</Button>}
      triggerRef={button}
      isOpen={isOpen}
      onOpen={() => change(true)}
      load={load}
    >
      <PopoverDialog
        label={label}
        triggerRef={button}
        isOpen={isOpen}
        onOpenChange={change}
        offset={6}
        placement="bottom end"
      >
        {children}
      </PopoverDialog>
    </OverlayTrigger>
  )
}
