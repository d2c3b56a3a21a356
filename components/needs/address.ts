import type { NeedFilter } from '@/lib/needs/schema'

/** The address of the list of needs with these filters. */
export function needsAddress(filter: Partial<NeedFilter>): string {
  const { status, priority, ...rest } = filter
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...rest, status: status?.join(','), priority: priority?.join(',') }))
    if (value) query.set(name, value)
  return query.size > 0 ? `/needs?${query.toString().replaceAll('%2C', ',')}` : '/needs'
}
