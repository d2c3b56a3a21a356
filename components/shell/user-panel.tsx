'use client'
import { ChevronDown } from 'lucide-react'
import { lazy } from 'react'
import { Panel } from '@/components/shell/panel'
import type { UserMenuProps } from '@/components/shell/user-menu'
import { Avatar } from '@/components/ui/avatar'

const UserMenu = lazy(async () => ({ default: (await import('@/components/shell/user-menu')).UserMenu }))

/** Opens the menu of who is signed in; its code comes when it is opened. */
export function UserPanel({ label, ...menu }: UserMenuProps & { label: string }) {
  const { name, role } = menu
  return (
    <Panel
      label={label}
      className="band-button px-1"
      trigger={
        <>
          <Avatar name={name} tone="band" />
          <span className="hidden max-w-40 text-left desk:block">
            <span className="block truncate leading-4 font-semibold">{name}</span>
            <span className="block text-micro font-normal opacity-90">{role}</span>
          </span>
          <span className="sr-only desk:hidden">{`${name}, ${role}`}</span>
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
        </>
      }
    >
      <UserMenu {...menu} />
    </Panel>
  )
}
