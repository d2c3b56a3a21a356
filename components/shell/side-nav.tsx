import { getTranslations } from 'next-intl/server'
import { navGroups } from '@/components/shell/nav-items'
import { NavLink } from '@/components/shell/nav-link'
import { ShortcutsDialog } from '@/components/shell/shortcuts-dialog'
import { RowIcon } from '@/components/ui/row-icon'
import type { Role } from '@/prisma/client/enums'

export async function SideNav({ role }: { role: Role }) {
  const t = await getTranslations('shell')
  return (
    <nav aria-label={t('navigation')} className="shell-nav">
      {navGroups(role).map((group) => (
        <div key={group.key} className="contents">
          <h2 id={`nav-${group.key}`} className="shell-group">
            {t(`groups.${group.key}`)}
          </h2>
          <ul aria-labelledby={`nav-${group.key}`} className="flex flex-col gap-0.5">
            {group.items.map(({ key, href, icon, covers }) => (
              <li key={key}>
                <NavLink href={href} covers={covers} className="shell-link">
                  <RowIcon name={icon} />
                  <span className="shell-word">{t(`pages.${key}`)}</span>
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div className="shell-foot">
        <ShortcutsDialog withCalls={role === 'promoter'} />
      </div>
    </nav>
  )
}
