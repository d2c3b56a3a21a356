'use client'
import { ArrowRight, Check, CircleSlash, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ColumnsWord } from '@/components/register/columns-word'
import { Select } from '@/components/ui/select'
import { Tag } from '@/components/ui/tag'
import { COLUMN_CHOICES, type ColumnChoice, type ImportChoices, type NewWord } from '@/lib/register/schema'

const CELL = 'block px-4 py-1.5 text-table tablet:table-cell tablet:border-t tablet:border-border'
const SAMPLE = `${CELL} hidden truncate text-text-2 desk:table-cell`
/** A row cannot be found again without these. */
const KEYS: ColumnChoice[] = ['codiceFiscale', 'reaNumber']

type ColumnsRowProps = {
  name: string
  field: ColumnChoice
  origin: 'recognised' | 'chosen' | 'mapped'
  samples: string[]
  newWords: NewWord[]
  words: ImportChoices['words']
  onChoose: (choice: ColumnChoice) => void
  onWord: (words: ImportChoices['words']) => void
}

export function ColumnsRow({ name, field, origin, samples, newWords, words, onChoose, onWord }: ColumnsRowProps) {
  const t = useTranslations('columns')
  const label = (choice: ColumnChoice) => (choice === 'keep' || choice === 'ignore' ? t(choice) : t(`fields.${choice}`))
  const options = COLUMN_CHOICES.map((id) => ({ id, label: label(id) }))
  const undecided = newWords.filter(({ column, word }) => words[column]?.[word] === undefined)
  const amber = newWords.length > 0 ? 'bg-warn-tint' : ''
  return (
    <>
      <tr className={`block border-t border-border py-1.5 tablet:table-row tablet:border-0 tablet:py-0 ${amber}`}>
        <th scope="row" className={`${CELL} text-left font-semibold break-words`}>
          {name}
          {KEYS.includes(field) && (
            <Tag tone="blue" className="ml-2">
              {t('key')}
            </Tag>
          )}
          <span className="block font-normal text-text-2 desk:hidden">
            {samples.filter(Boolean).slice(0, 2).join(' · ')}
          </span>
        </th>
        <td className={CELL}>
          <div className="flex items-center gap-2">
            <ArrowRight size={16} strokeWidth={1.75} aria-hidden className="hidden shrink-0 text-text-3 tablet:block" />
            <Select
              label={t('fieldOf', { column: name })}
              hideLabel
              options={options}
              value={field}
              onChange={(id) => onChoose(id as ColumnChoice)}
              className="min-w-0 flex-1"
            />
          </div>
        </td>
        <td className={SAMPLE}>{samples[0] || '–'}</td>
        <td className={SAMPLE}>{samples[1] || '–'}</td>
        <td className={CELL}>
          <ColumnState field={field} origin={origin} isNew={undecided.length > 0} />
        </td>
      </tr>
      {newWords.map((word) => (
        <tr key={word.word} className={`block tablet:table-row ${amber}`}>
          <td colSpan={5} className="block px-4 pb-2 text-table text-warn-text tablet:table-cell">
            <ColumnsWord word={word} words={words} onWord={onWord} />
          </td>
        </tr>
      ))}
    </>
  )
}

function ColumnState({ field, origin, isNew }: Pick<ColumnsRowProps, 'field' | 'origin'> & { isNew: boolean }) {
  const t = useTranslations('columns.states')
  if (isNew)
    return (
      <Tag tone="warn" icon={<TriangleAlert strokeWidth={1.75} aria-hidden />}>
        {t('newWord')}
      </Tag>
    )
  if (field === 'ignore') return <Tag icon={<CircleSlash strokeWidth={1.75} aria-hidden />}>{t('ignored')}</Tag>
  if (origin !== 'recognised') return <Tag tone="blue">{t(origin)}</Tag>
  if (field === 'keep') return <Tag tone="outline">{t('kept')}</Tag>
  return (
    <Tag tone="ok" icon={<Check strokeWidth={1.75} aria-hidden />}>
      {t('recognised')}
    </Tag>
  )
}
