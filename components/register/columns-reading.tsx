'use client'
import { Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { ENCODINGS, type FoundFile, type ImportChoices, SEPARATORS } from '@/lib/register/schema'

const NAMES = { ';': 'semicolon', ',': 'comma', '|': 'pipe', '\t': 'tab' } as const
const ENCODING_NAMES = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
} as const

type ColumnsReadingProps = {
  found: FoundFile
  choices: ImportChoices
  isPending: boolean
  onRead: (choices: ImportChoices) => void
}

/** How the file was read, in one line, and a way to say otherwise. */
export function ColumnsReading({ found, choices, isPending, onRead }: ColumnsReadingProps) {
  const t = useTranslations('columns.file')
  const [isOpen, setOpen] = useState(false)
  const facts = [
    found.encoding ? ENCODING_NAMES[found.encoding] : t(`kinds.${found.kind}`),
    found.separator && t('separator', { name: t(`separators.${NAMES[found.separator]}`) }),
    found.entry && t('entry', { name: found.entry }),
    found.sheet && t('sheet', { name: found.sheet }),
    t('headerLine', { line: found.headerLine }),
    t('columns', { count: found.header.length }),
    found.overruled.some((one) => one !== 'columns' && one !== 'words') && t('overruled'),
  ].filter(Boolean)
  return (
    <div className="px-4 pb-2">
      <p className="flex flex-wrap items-center gap-x-2 text-table text-text-2">
        {facts.join(' · ')}
        <Button
          variant="ghost"
          size="sm"
          aria-expanded={isOpen}
          icon={<Pencil size={14} strokeWidth={1.75} aria-hidden />}
          onPress={() => setOpen(!isOpen)}
        >
          {t('correct')}
        </Button>
      </p>
      {isOpen && <ReadingFields found={found} choices={choices} isPending={isPending} onRead={onRead} />}
    </div>
  )
}

function ReadingFields({ found, choices, isPending, onRead }: ColumnsReadingProps) {
  const t = useTranslations('columns.file')
  const [wish, setWish] = useState<Partial<ImportChoices>>({})
  const [line, setLine] = useState(String(found.headerLine))
  const headerLine = /^[1-9]\d{0,4}$/.test(line) ? Number(line) : null
  const same = (name: string) => ({ id: name, label: name })
  const read = () => {
    const moved = headerLine !== null && headerLine !== found.headerLine ? { headerLine } : {}
    onRead({ ...choices, ...wish, ...moved, columns: {}, words: {} })
  }
  return (
    <div className="mt-1 flex flex-col gap-3 rounded-m border border-border bg-canvas p-3">
      <div className="grid gap-3 tablet:grid-cols-2 desk:grid-cols-4">
        {found.encoding && (
          <Select
            label={t('encodingLabel')}
            options={ENCODINGS.map((id) => ({ id, label: ENCODING_NAMES[id] }))}
            value={wish.encoding ?? found.encoding}
            onChange={(id) => setWish({ ...wish, encoding: ENCODINGS.find((one) => one === id) })}
          />
        )}
        {found.separator && (
          <Select
            label={t('separatorLabel')}
            options={SEPARATORS.map((id) => ({ id, label: t(`separators.${NAMES[id]}`) }))}
            value={wish.separator ?? found.separator}
            onChange={(id) => setWish({ ...wish, separator: SEPARATORS.find((one) => one === id) })}
          />
        )}
        {found.entries.length > 1 && (
          <Select
            label={t('entryLabel')}
            options={found.entries.map(same)}
            value={wish.entry ?? found.entry ?? null}
            onChange={(entry) => setWish({ ...wish, entry })}
          />
        )}
        {found.sheets.length > 1 && (
          <Select
            label={t('sheetLabel')}
            options={found.sheets.map(same)}
            value={wish.sheet ?? found.sheet ?? null}
            onChange={(sheet) => setWish({ ...wish, sheet })}
          />
        )}
        <TextField
          label={t('headerLineLabel')}
          inputMode="numeric"
          value={line}
          onChange={setLine}
          error={headerLine === null ? t('headerLineHint') : undefined}
        />
      </div>
      {found.preamble.length > 0 && (
        <div className="text-small text-text-2">
          <p>{t('preamble')}</p>
          <pre className="overflow-x-auto whitespace-pre-wrap break-words font-sans">{found.preamble.join('\n')}</pre>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button isPending={isPending} isDisabled={headerLine === null} onPress={read}>
          {t('readAgain')}
        </Button>
        {found.overruled.length > 0 && (
          <Button variant="ghost" isPending={isPending} onPress={() => onRead({ columns: {}, words: {} })}>
            {t('asFound')}
          </Button>
        )}
      </div>
    </div>
  )
}
