import type { Route } from 'next'
import type { RowIconName } from '@/components/ui/row-icon'
import type { Role } from '@/prisma/client/enums'

const PAGES = {
  today: ['/today', 'calendar-days'],
  calls: ['/calls', 'phone'],
  visits: ['/visits', 'map-pin'],
  firms: ['/firms', 'building-2'],
  needs: ['/needs', 'clipboard-list'],
  insight: ['/insight', 'chart-column'],
  campaigns: ['/campaigns', 'megaphone'],
  register: ['/register', 'database'],
  users: ['/settings/users', 'users'],
  chamber: ['/settings/chamber', 'landmark'],
  activity: ['/settings/activity', 'scroll-text'],
} as const satisfies Record<string, readonly [string, RowIconName]>

export type PageKey = keyof typeof PAGES
export type GroupKey = 'work' | 'analysis' | 'programme' | 'office' | 'consultation' | 'register' | 'system'
export type NavItem = { key: PageKey; href: Route; icon: RowIconName; covers?: readonly string[] }

/** Pages reached from another one, which the navigation shows as current for them. */
const COVERS: Partial<Record<PageKey, readonly string[]>> = {
  chamber: [
    '/settings/sectors',
    '/settings/ateco',
    '/settings/catalogues',
    '/settings/tokens',
    '/settings/api',
    '/settings/boundaries',
    '/settings/open-data',
  ],
}
export type NavGroup = { key: GroupKey; items: NavItem[] }

/** The navigation as it is sent to the browser: its words, not its elements (decision 028). */
export type NavWords = {
  label: string
  groups: { key: GroupKey; title: string; items: (Omit<NavItem, 'key'> & { word: string; short: string })[] }[]
}

const GROUPS: Record<Role, [GroupKey, PageKey[]][]> = {
  promoter: [['work', ['today', 'calls', 'visits', 'firms', 'needs']]],
  manager: [
    ['analysis', ['insight']],
    ['programme', ['campaigns', 'firms', 'needs']],
  ],
  office: [
    ['office', ['needs']],
    ['consultation', ['firms', 'insight']],
  ],
  admin: [
    ['register', ['register', 'firms']],
    ['programme', ['campaigns', 'needs', 'insight']],
    ['system', ['users', 'chamber', 'activity']],
  ],
}

/** The pages of a role in their groups. A courtesy: each page has its own gate. */
export function navGroups(role: Role): NavGroup[] {
  return GROUPS[role].map(([key, pages]) => ({
    key,
    items: pages.map((page) => ({
      key: page,
      href: PAGES[page][0] as Route,
      icon: PAGES[page][1],
      covers: COVERS[page],
    })),
  }))
}

const BAR_PLACES = 4

/** The bar of the phone has four places; where there are more pages, the fourth opens the rest. */
export function barItems<Item>(groups: { items: Item[] }[]): { shown: Item[]; rest: Item[] } {
  const items = groups.flatMap((group) => group.items)
  const places = items.length > BAR_PLACES ? BAR_PLACES - 1 : BAR_PLACES
  return { shown: items.slice(0, places), rest: items.slice(places) }
}
