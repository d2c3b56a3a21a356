import { Ellipsis } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { barItems } from '@/components/shell/nav-items'
import { NavLink } from '@/components/shell/nav-link'
import { Panel } from '@/components/shell/panel'
import { RowIcon } from '@/components/ui/row-icon'
import type { Role } from '@/prisma/client/enums'

/** The navigation of the phone, within reach of the thumb. */
export async function PhoneBar({ role }: { role: Role }) {
  const t = await getTranslations('shell')
  const { shown, rest } = barItems(role)
  return (
    <nav aria-label={t('navigation')} className="shell-bar">
      {shown.map(({ key, href, icon }) => (
        <NavLink key={key} href={href} className="shell-bar-item">
          <RowIcon name={icon} />
          {t(`short.${key}`)}
        </NavLink>
      ))}
      {rest.length > 0 && (
        <Panel
          label={t('more')}
          className="shell-bar-item"
          trigger={
            <>
              <Ellipsis size={20} strokeWidth={1.75} aria-hidden />
              {t('more')}
            </>
          }
        >
          <ul className="shell-more min-w-56">
            {rest.map(({ key, href, icon }) => (
              <li key={key}>
                <NavLink
                  href={href}
                  className="flex h-12 items-center gap-3 rounded-m px-3 text-body text-text no-underline hover:bg-hover aria-[current]:bg-tint aria-[current]:font-semibold aria-[current]:text-on-tint"
                >
                  <RowIcon name={icon} />
                  {t(`pages.${key}`)}
                </NavLink>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </nav>
  )
}
