import { getTranslations } from 'next-intl/server'
import { NavLink } from '@/components/shell/nav-link'

const PAGES = [
  ['chamber', '/settings/chamber'],
  ['sectors', '/settings/sectors'],
  ['catalogues', '/settings/catalogues'],
  ['ateco', '/settings/ateco'],
  ['tokens', '/settings/tokens'],
  ['boundaries', '/settings/boundaries'],
  ['open-data', '/settings/open-data'],
] as const

/** From one page of the Chamber's settings to the others. */
export async function SettingsTabs() {
  const t = await getTranslations('chamber.tabs')
  return (
    <nav aria-label={t('label')} className="mb-3.5 flex flex-wrap gap-1 border-b border-border">
      {PAGES.map(([key, href]) => (
        <NavLink
          key={key}
          href={href}
          className="flex h-11 items-center border-b-3 border-transparent px-2.5 text-body text-text-2 no-underline hover:text-text aria-[current]:border-primary aria-[current]:font-semibold aria-[current]:text-on-tint tablet:h-9"
        >
          {t(key)}
        </NavLink>
      ))}
    </nav>
  )
}
