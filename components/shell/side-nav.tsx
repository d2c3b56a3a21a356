'use client'
import type { NavWords } from '@/components/shell/nav-items'
import { NavLink } from '@/components/shell/nav-link'
import { ShortcutsDialog } from '@/components/shell/shortcuts-dialog'
import { RowIcon } from '@/components/ui/row-icon'

export function SideNav({ label, groups, withCalls }: NavWords & { withCalls: boolean }) {
  return (
    <nav aria-label={label} className="shell-nav">
      {groups.map(({ key, title, items }) => (
        <div key={key} className="contents">
          <h2 id={`nav-${key}`} className="shell-group">
            {title}
          </h2>
          <ul aria-labelledby={`nav-${key}`} className="flex flex-col gap-0.5">
            {items.map(({ href, icon, covers, word }) => (
              <li key={href}>
                <NavLink href={href} covers={covers} className="shell-link">
                  <RowIcon name={icon} />
                  <span className="shell-word">{word}</span>
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div className="shell-foot">
        <ShortcutsDialog withCalls={withCalls} />
      </div>
    </nav>
  )
}
