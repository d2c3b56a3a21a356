import { FileSpreadsheet } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { ImportStatusTag } from '@/components/register/status-tag'
import { formatNumber } from '@/lib/format'
import type { importById } from '@/lib/register/queries'

type Row = NonNullable<Awaited<ReturnType<typeof importById>>>

const SEPARATORS: Record<string, 'semicolon' | 'comma' | 'pipe' | 'tab'> = {
  ';': 'semicolon',
  ',': 'comma',
  '|': 'pipe',
  '\t': 'tab',
}
const ENCODINGS: Record<string, string> = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'windows-1252': 'Windows-1252' }

/** Which file it was, and what it turned out to be. */
export async function FileCard({ row }: { row: Row }) {
  const [t, locale] = await Promise.all([getTranslations('register'), getLocale()])
  const { encoding, separator, columns } = row.format
  const sizeWords = (bytes: number) =>
    bytes < 100_000
      ? t('file.sizeSmall', { size: formatNumber(locale, Math.ceil(bytes / 1000)) })
      : t('file.size', { size: formatNumber(locale, bytes / 1_000_000, 1) })
  const facts = [
    row.bytes > 0 && sizeWords(Number(row.bytes)),
    columns && t('file.columns', { count: formatNumber(locale, columns) }),
    encoding && ENCODINGS[encoding],
    separator && SEPARATORS[separator] && t('file.separator', { name: t(`file.separators.${SEPARATORS[separator]}`) }),
  ].filter(Boolean)
  return (
    <section
      aria-label={t('file.label')}
      className="flex flex-wrap items-center gap-3.5 rounded-l border border-border bg-surface px-4 py-3"
    >
      <span className="grid size-10 shrink-0 place-items-center rounded-l bg-tint text-on-tint">
        <FileSpreadsheet size={20} strokeWidth={1.75} aria-hidden />
      </span>
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-semibold break-words">{row.fileName}</p>
        <p className="text-table text-text-2">{facts.join(' · ')}</p>
      </div>
      <ImportStatusTag status={row.status} />
    </section>
  )
}
