import { can } from '@/lib/permissions'
import { FORMATS, makeReport, type ReportFormat } from '@/lib/report/make'
import { reportWish } from '@/lib/report/schema'
import { currentActor } from '@/lib/session'

/** The report for the board as `pdf` or `docx`, made here and now. */
export async function GET(request: Request, { params }: RouteContext<'/api/report/[format]'>) {
  const { format } = await params
  if (!Object.hasOwn(FORMATS, format)) return new Response(null, { status: 404 })
  const actor = await currentActor()
  if (!actor || !can(actor, 'insight.read')) return new Response(null, { status: actor ? 403 : 401 })
  const { searchParams } = new URL(request.url)
  const raw = { ...Object.fromEntries(searchParams), chapter: searchParams.getAll('chapter') }
  const { file, name } = await makeReport(actor, format as ReportFormat, reportWish.parse(raw), raw)
  return new Response(new Uint8Array(file), {
    headers: {
      'Content-Type': FORMATS[format as ReportFormat],
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
}
