'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { csvOf, xlsxOf } from '@/components/charts/files'
import { pictureOf, pngOf } from '@/components/charts/picture'
import type { PageTable } from '@/lib/insight/figures'

type ExportChoicesProps = { id: string; title: string; tables: PageTable[]; onDone: () => void }
const KINDS = ['csv', 'xlsx', 'svg', 'png'] as const

export function ExportChoices({ id, title, tables, onDone }: ExportChoicesProps) {
  const t = useTranslations('insight.export')
  const locale = useLocale()
  const [failed, setFailed] = useState(false)
  const card = () => document.getElementById(id)

  const make = {
    csv: async () => csvOf(tables, locale),
    xlsx: async () => xlsxOf(tables, title),
    svg: async () => pictureOf(card(), title),
    png: async () => pngOf(await pictureOf(card(), title)),
  }
  const save = (kind: (typeof KINDS)[number]) => async () => {
    try {
      offer(await make[kind](), `${id}.${kind}`)
      onDone()
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      {KINDS.map((kind) => (
        <AriaButton
          key={kind}
          onPress={save(kind)}
          className="block h-11 w-full min-w-24 cursor-pointer rounded-s px-3 text-left text-table hover:bg-hover tablet:h-8.5"
        >
          {kind.toUpperCase()}
        </AriaButton>
      ))}
      {failed && (
        <p role="alert" className="max-w-48 px-3 py-1 text-small text-danger-text">
          {t('failed')}
        </p>
      )}
    </>
  )
}

function offer(file: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // Some browsers read the address only after the click is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
