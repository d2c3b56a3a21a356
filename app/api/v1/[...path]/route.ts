import { answerApi } from '@/lib/api/answer'
import { onlyRead } from '@/lib/api/problem'

/** The read-only API (lib/decisions/016): keys of the admin, no cookies, no writing. */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/[...path]'>) {
  return answerApi(request, (await params).path.join('/'))
}

export { onlyRead as DELETE, onlyRead as PATCH, onlyRead as POST, onlyRead as PUT }
