'use client'
import { Check, FileCheck } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { ColumnsReading } from '@/components/register/columns-reading'
import { ColumnsRow } from '@/components/register/columns-row'
import { ColumnsSave } from '@/components/register/columns-save'
import { meaningOf, withMeaning } from '@/components/register/columns-word'
import { useImportVerb } from '@/components/register/use-import-verb'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import type { Column } from '@/lib/register/column-names'
import { layoutOf, missingIn } from '@/lib/register/columns'
import { chooseColumns, tryColumns } from '@/lib/register/mapping-actions'
import type { ColumnChoice, FoundFile, ImportChoices } from '@/lib/register/schema'

const HEAD = 'px-4 py-2 text-left text-small font-semibold text-text-2 hidden tablet:table-cell'

type ColumnsFormProps = { importId: string; found: FoundFile; choices: ImportChoices }

/** The columns of a file, each with what it is taken for, two of its values, and where that comes from. */
export function ColumnsForm({ importId, found, choices }: ColumnsFormProps) {
  const t = useTranslations('columns')
  const sendVerb = useImportVerb()
  const router = useRouter()
  const [columns, setColumns] = useState(found.mapping?.columns ?? choices.columns)
  const [words, setWords] = useState(found.mapping?.words ?? choices.words)
  const [refusal, setRefusal] = useState<string>()
  const [isPending, startTransition] = useTransition()
  const layout = layoutOf(found.header, { columns, words })
  const rows = found.header.map((name, index) => ({ name, index }))
  const fields = rows.map(({ index }) => choiceAt(layout, columns, index))
  const missing = missingIn(layout).map((one) => t(`missingNames.${one}`))
  const choose = (index: number, choice: ColumnChoice) => setColumns({ ...columns, [index]: choice })

  const send = (verb: typeof chooseColumns, next: ImportChoices) =>
    startTransition(async () => {
      const refused = await sendVerb(verb, { importId, choices: next })
      setRefusal(refused)
      if (verb === tryColumns && !refused) router.push(`/register/${importId}`)
    })

  const count = (is: (field: ColumnChoice) => boolean) => fields.filter(is).length
  const [kept, ignored] = [count((field) => field === 'keep'), count((field) => field === 'ignore')]
  const actions = (
    <span className="flex flex-wrap gap-1.5 pr-1.5">
      <Tag tone="ok" icon={<Check strokeWidth={1.75} aria-hidden />}>
        {t('counts.matched', { count: fields.length - kept - ignored })}
      </Tag>
      {kept > 0 && <Tag>{t('counts.kept', { count: kept })}</Tag>}
      {ignored > 0 && <Tag>{t('counts.ignored', { count: ignored })}</Tag>}
    </span>
  )
  return (
    <Card id="columns" title={t('title')} actions={actions} padded={false}>
      <ColumnsReading
        found={found}
        choices={choices}
        isPending={isPending}
        onRead={(next) => send(chooseColumns, next)}
      />
      {found.mapping && (
        <p className="px-4 pb-2 text-table text-text-2">{t('mappedBy', { name: found.mapping.name })}</p>
      )}
      <table className="block w-full border-collapse tablet:table desk:table-fixed">
        <caption className="sr-only">{t('caption')}</caption>
        <thead className="hidden tablet:table-header-group">
          <tr>
            <th scope="col" className={HEAD}>
              {t('column')}
            </th>
            <th scope="col" className={`${HEAD} w-60 desk:w-56`}>
              {t('field')}
            </th>
            <th scope="col" className={`${HEAD} max-desk:hidden desk:w-1/6`}>
              {t('row', { number: 1 })}
            </th>
            <th scope="col" className={`${HEAD} max-desk:hidden desk:w-1/6`}>
              {t('row', { number: 2 })}
            </th>
            <th scope="col" className={`${HEAD} w-40`}>
              {t('state')}
            </th>
          </tr>
        </thead>
        <tbody className="block tablet:table-row-group">
          {rows.map(({ name, index }) => (
            <ColumnsRow
              key={index}
              name={name || t('nameless', { number: index + 1 })}
              field={fields[index] ?? 'keep'}
              origin={
                !(index in columns)
                  ? 'recognised'
                  : found.mapping?.columns[index] === columns[index]
                    ? 'mapped'
                    : 'chosen'
              }
              samples={found.samples.map((row) => row[index] ?? '')}
              newWords={found.words.filter(({ column }) => layout.columns[column] === index)}
              words={words}
              onChoose={(choice) => choose(index, choice)}
              onWord={setWords}
            />
          ))}
        </tbody>
      </table>
      <div className="flex flex-wrap items-center gap-3 border-t border-border px-4 py-3">
        <div className="min-w-0 flex-1 basis-64 text-table">
          {refusal && (
            <Notice tone="danger" role="alert">
              {refusal}
            </Notice>
          )}
          {!refusal && missing.length > 0 && <Notice tone="warn">{t('missing', { names: missing.join(', ') })}</Notice>}
          {!refusal && missing.length === 0 && <p className="text-text-2">{t('useHint')}</p>}
        </div>
        <ColumnsSave
          importId={importId}
          columns={columns}
          words={decided(found, words)}
          isDisabled={missing.length > 0}
        />
        <Button
          variant="filled"
          icon={<FileCheck size={16} strokeWidth={1.75} aria-hidden />}
          isDisabled={missing.length > 0}
          isPending={isPending}
          onPress={() => send(tryColumns, { ...choices, columns, words: decided(found, words) })}
        >
          {t('use')}
        </Button>
      </div>
    </Card>
  )
}

/** What a column is taken for, by its name or by choice. */
function choiceAt(layout: ReturnType<typeof layoutOf>, chosen: ImportChoices['columns'], index: number): ColumnChoice {
  const column = (Object.keys(layout.columns) as Column[]).find((one) => layout.columns[one] === index)
  return column ?? (chosen[index] === 'ignore' ? 'ignore' : 'keep')
}

/** New words nobody gave a meaning are taken as they are shown. */
function decided({ words: found }: FoundFile, words: ImportChoices['words']): ImportChoices['words'] {
  return found.reduce((all, one) => withMeaning(all, one, meaningOf(all, one)), words)
}
