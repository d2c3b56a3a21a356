import { Undo2 } from 'lucide-react'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { formatDate, formatNumber } from '@/lib/format'
import { undoableImport } from '@/lib/register/queries'

/** The import that can be taken back, until when, and the way there. */
export async function UndoCard({ shown }: { shown?: string }) {
  const [found, t, locale] = await Promise.all([undoableImport(), getTranslations('register.undo'), getLocale()])
  if (!found) return null
  const { row, until, busy } = found
  return (
    <Card id="undo" title={t('title')} className="max-desk:order-3">
      <p className="text-table text-text-2">{t('note')}</p>
      <div className="mt-2.5 rounded-m bg-canvas px-3 py-2.5">
        <p className="flex items-center gap-1.5 text-table font-semibold">
          <Undo2 size={16} strokeWidth={1.75} aria-hidden />
          {row.id === shown ? t('this') : <Link href={`/register/${row.id}`}>{row.fileName}</Link>}
        </p>
        <p className="text-small text-text-2">
          {t('line', {
            until: formatDate(locale, until, 'long'),
            created: formatNumber(locale, row.created),
            changed: formatNumber(locale, row.changed),
          })}
        </p>
        {busy ? (
          <p className="mt-1 text-small text-text-3">{t('busy')}</p>
        ) : (
          <>
            <LinkButton href={`/register/${row.id}/undo`} variant="danger" size="sm" className="mt-2">
              {t('button')}
            </LinkButton>
            <p className="mt-1 text-small text-text-3">{t('asks')}</p>
          </>
        )}
      </div>
    </Card>
  )
}
