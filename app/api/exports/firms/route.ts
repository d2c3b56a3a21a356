import { csvResponse } from '@/app/api/exports/csv-response'
import { exportFirms } from '@/lib/exports/mutations'
import { FIRM_COLUMNS } from '@/lib/exports/rules'
import { firmFilter } from '@/lib/firms/schema'

/** The firms of the list's own filters, as a file. */
export async function GET(request: Request) {
  const filter = firmFilter.parse(Object.fromEntries(new URL(request.url).searchParams))
  return csvResponse('firms', FIRM_COLUMNS, (actor, words) => exportFirms(actor, filter, words))
}
