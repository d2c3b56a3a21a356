import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { importById } from '@/lib/register/queries'
import { foundFile } from '@/lib/register/schema'

type NewWordsProps = { row: NonNullable<Awaited<ReturnType<typeof importById>>> }

/** Words of the file that nobody has given a meaning yet, and where to do so. */
export function NewWords({ row }: NewWordsProps) {
  const t = useTranslations('columns')
  const { words = [] } = foundFile.safeParse(row.found).data ?? {}
  if (words.length === 0) return null
  return (
    <Notice tone="warn" title={t('newWords', { words: words.map(({ word }) => word).join(', ') })}>
      {row.hasFile && <Link href={`/register/${row.id}/columns`}>{t('newWordsLink')}</Link>}
    </Notice>
  )
}
