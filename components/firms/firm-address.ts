import type { FirmFilter } from '@/lib/firms/schema'

const FLAGS = ['young', 'female', 'foreign', 'doNotContact'] as const
const LISTS = ['sector', 'municipality', 'size'] as const
const SINGLE = ['q', 'status', 'contacted', 'campaign'] as const

/** The filters as parameters of an address, in one spelling; the place in the list is not among them. */
export function filterParams(filter: FirmFilter): [string, string][] {
  return [
    ...SINGLE.flatMap((name): [string, string][] => (filter[name] ? [[name, filter[name]]] : [])),
    ...LISTS.flatMap((name): [string, string][] => (filter[name].length ? [[name, filter[name].join(',')]] : [])),
    ...FLAGS.flatMap((name): [string, string][] => (filter[name] ? [[name, '1']] : [])),
  ]
}

/** The list with these filters, from the row after `after`. */
export function listAddress(filter: FirmFilter, after?: string): string {
  const query = new URLSearchParams([...filterParams(filter), ...(after ? [['after', after]] : [])])
  const text = query.toString().replaceAll('%2C', ',')
  return text ? `/firms?${text}` : '/firms'
}
