import { answerApi } from '@/lib/api/answer'

/** The read-only API (lib/decisions/016): keys of the admin, no cookies, no writing. */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/[...path]'>) {
  return answerApi(request, (await params).path.join('/'))
}
