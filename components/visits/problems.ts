import { toInput, type VisitDraft } from '@/components/visits/draft'

/** The schema weighs as much as the form: it comes once the form is there. */
export const loadSchema = () => import('@/lib/visits/schema')

/** What is missing or wrong, as message keys by path. */
export async function problemsOf(draft: VisitDraft): Promise<Record<string, string>> {
  const { visitInput } = await loadSchema()
  const parsed = visitInput.safeParse(toInput(draft))
  const issues = parsed.error?.issues ?? []
  return Object.fromEntries(issues.map((issue) => [issue.path.join('.'), issue.message]))
}
