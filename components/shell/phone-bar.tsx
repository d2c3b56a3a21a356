'use client'
import { Ellipsis } from 'lucide-react'
import { barItems, type NavWords } from '@/components/shell/nav-items'
import { NavLink } from '@/components/shell/nav-link'
import { Panel } from '@/components/shell/panel'
import { RowIcon } from '@/components/ui/row-icon'

/** The navigation of the phone, within reach of the thumb. */
export function PhoneBar({ label, groups, more }: NavWords & { more: string }) {
  const { shown, rest } = barItems(groups)
  return (
    <nav aria-label={label} className="shell-bar">
      {shown.map(({ href, icon, short }) => (
        <NavLink key={href} href={href} className="shell-bar-item">
          <RowIcon name={icon} />
          {short}
        </NavLink>
      ))}
      {rest.length > 0 && (
        <Panel
          label={more}
          className="shell-bar-item"
          trigger={
            <>
              <Ellipsis size={20} strokeWidth={1.75} aria-hidden />
              {more}
            </>
          }
        >
          <ul className="shell-more min-w-56">
            {rest.map(({ href, icon, word }) => (
              <li key={href}>
                <NavLink
                  href={href}
                  className="flex h-12 items-center gap-3 rounded-m px-3 text-body text-text no-underline hover:bg-hover aria-[current]:bg-tint aria-[current]:font-semibold aria-[current]:text-on-tint"
                >
                  <RowIcon name={icon} />
                  {word}
                </NavLink>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </nav>
  )
}
