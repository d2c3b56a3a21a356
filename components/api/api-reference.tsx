import { getTranslations } from 'next-intl/server'
import { FieldTable } from '@/components/api/field-table'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { apiReference } from '@/lib/api/reference'
import type { Scope } from '@/lib/tokens/schema'

/** Every address with its parameters and its columns, from the description of the API itself. */
export async function ApiReference() {
  const [t, scopes, resources] = await Promise.all([
    getTranslations('api'),
    getTranslations('tokens.scopes'),
    apiReference(),
  ])
  return (
    <Card
      title={t('reference.title')}
      id="reference"
      reading={t('reference.note')}
      actions={
        <LinkButton href="/api/v1/openapi.json" size="sm">
          OpenAPI 3.1
        </LinkButton>
      }
    >
      {resources.map(({ path, about, scope, parameters, columns }) => (
        <details key={path} className="border-t border-border py-2 first:border-t-0">
          <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="font-mono text-table font-semibold">GET /api/v1/{path}</span>
            <Tag>{scope ? scopes(scope as Scope) : t('reference.anyKey')}</Tag>
            {/* The reference is for programmers, and speaks English as its columns do. */}
            <span lang="en" className="basis-full text-table text-text-2">
              {about}
            </span>
          </summary>
          <div className="grid gap-4 pt-2 desk:grid-cols-2" lang="en">
            <FieldTable caption={t('reference.parameters')} fields={parameters} none={t('reference.none')} />
            <FieldTable caption={t('reference.columns')} fields={columns} none={t('reference.none')} />
          </div>
        </details>
      ))}
    </Card>
  )
}
