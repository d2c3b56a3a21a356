'use client'
import { usePathname } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { POPOVER } from '@/components/ui/list-popover'

type PanelProps = { label: string; trigger: ReactNode; className: string; children: ReactNode }

/** Opens beneath its button, and closes once one has gone somewhere. */
export function Panel({ label, trigger, className, children }: PanelProps) {
  const pathname = usePathname()
  const [openAt, setOpenAt] = useState<string>()
  return (
    <DialogTrigger isOpen={openAt === pathname} onOpenChange={(open) => setOpenAt(open ? pathname : undefined)}>
      <Button className={className}>{trigger}</Button>
      <Popover offset={6} placement="bottom end" className={POPOVER}>
        <Dialog aria-label={label} className="outline-none">
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
