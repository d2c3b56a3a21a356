import { getTranslations } from 'next-intl/server'
import { ImportPanel } from '@/components/register/import-panel'
import { ImportStatusTag } from '@/components/register/status-tag'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Messages } from '@/components/ui/messages'
import { openImports } from '@/lib/register/queries'

/** Imports that are under way or wait for a person, and the place to begin one. */
export async function ImportNow() {
  const imports = await openImports()
  return (
    <>
      {imports.length > 0 && <OpenImports imports={imports} />}
      <Messages pick={['register', 'refusals']}>
        <ImportPanel />
      </Messages>
    </>
  )
}

async function OpenImports({ imports }: { imports: Awaited<ReturnType<typeof openImports>> }) {
  const t = await getTranslations('register.open')
  return (
    <Card id="open" title={t('title')} className="border-2 border-primary">
      <ul>
        {imports.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-3 border-b border-border py-2 last:border-0">
            <span className="min-w-0 flex-1 basis-40 truncate font-semibold">{row.fileName}</span>
            <ImportStatusTag status={row.status} />
            <LinkButton href={`/register/${row.id}`} size="sm" variant="filled">
              {t('go')}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}
