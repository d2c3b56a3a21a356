import { Readable } from 'node:stream'
import { getTranslations } from 'next-intl/server'
import { can } from '@/lib/permissions'
import { Refusal } from '@/lib/refusal'
import { downloadRejects } from '@/lib/register/rejects'
import { currentActor } from '@/lib/session'

/** All rejected rows of an import as CSV, for admins. */
export async function GET(_: Request, { params }: RouteContext<'/api/register/[importId]/rejects'>) {
  const actor = await currentActor()
  if (!actor || !can(actor, 'register.import')) return new Response(null, { status: actor ? 403 : 401 })
  const { importId } = await params
  const t = await getTranslations('register')
  const heads = [t('csv.line'), t('csv.column'), t('csv.value'), t('csv.reason'), t('csv.row')]
  const reason = (key: string) => t(`reasons.${key}` as Parameters<typeof t>[0])
  try {
    const lines = await downloadRejects(actor, importId, { heads, reason })
    return new Response(Readable.toWeb(Readable.from(lines)) as ReadableStream, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${t('csv.fileName')}-${importId.slice(0, 8)}.csv"`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    if (error instanceof Refusal) return new Response(null, { status: 404 })
    throw error
  }
}
