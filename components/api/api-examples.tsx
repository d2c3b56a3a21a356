import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'

/** Programs as people write them; the same in every language. */
const EXAMPLES = {
  curl: (site: string) =>
    `curl -H "Authorization: Bearer pap_…" "${site}/api/v1/needs?status=recorded,referred&limit=500"`,
  excel: (site: string) => `let
  Page = (cursor as nullable text) =>
    Json.Document(Web.Contents("${site}", [
      RelativePath = "api/v1/needs",
      Query = [limit = "500"] & (if cursor = null then [] else [cursor = cursor]),
      Headers = [Authorization = "Bearer " & Key]])),
  Pages = List.Generate(
    () => Page(null), each _ <> null,
    each if [next] = null then null else Page([next]), each [data]),
  Needs = Table.FromRecords(List.Combine(Pages))
in Needs`,
  r: (site: string) => `library(httr2)
request("${site}/api/v1/visits?limit=500") |>
  req_auth_bearer_token(Sys.getenv("PAP_KEY")) |>
  req_perform_iterative(max_reqs = Inf, next_req = iterate_with_link_url()) |>
  resps_data(\\(r) resp_body_json(r, simplifyVector = TRUE)$data)`,
}

export async function ApiExamples() {
  const [t, asked] = await Promise.all([getTranslations('api'), headers()])
  const scheme = asked.get('x-forwarded-proto') ?? 'http'
  const site = `${scheme}://${asked.get('host') ?? 'localhost'}`
  return (
    <Card title={t('examples.title')} id="examples" className="mb-4">
      <ol className="mb-4 list-decimal pl-5 text-table">
        {(['key', 'send', 'pages', 'since', 'brake'] as const).map((step) => (
          <li key={step} className="mb-1">
            {t(`steps.${step}`)}
          </li>
        ))}
      </ol>
      <div className="flex flex-col gap-4">
        {(['curl', 'excel', 'r'] as const).map((name) => (
          <section key={name}>
            <h3 className="text-h3 font-semibold">{t(`examples.${name}`)}</h3>
            <pre className="mt-1 rounded-m border border-border bg-fill p-3 font-mono text-small wrap-anywhere whitespace-pre-wrap">
              {EXAMPLES[name](site)}
            </pre>
          </section>
        ))}
      </div>
    </Card>
  )
}
