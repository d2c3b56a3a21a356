import { csvResponse } from '@/app/api/exports/csv-response'
import { exportNeeds } from '@/lib/exports/mutations'
import { NEED_COLUMNS } from '@/lib/exports/rules'
import { needFilter } from '@/lib/needs/schema'

/** The needs of the list's own filters, as a file. */
export async function GET(request: Request) {
  const filter = needFilter.parse(Object.fromEntries(new URL(request.url).searchParams))
  return csvResponse('needs', NEED_COLUMNS, (actor, words) => exportNeeds(actor, filter, words))
}
