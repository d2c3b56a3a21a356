'use client'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import type { ImportChoices, NewWord } from '@/lib/register/schema'
import { RegisterStatus } from '@/prisma/client/enums'

type Words = ImportChoices['words']

/** Until somebody says what a new word means, a firm is active and a flag is not set. */
export const meaningOf = (words: Words, { column, word }: NewWord): string =>
  words[column]?.[word] ?? (column === 'status' ? 'active' : 'no')

export const withMeaning = (words: Words, { column, word }: NewWord, meaning: string): Words => ({
  ...words,
  [column]: { ...words[column], [word]: meaning },
})

type ColumnsWordProps = { word: NewWord; words: Words; onWord: (words: Words) => void }

/** A word nobody has met yet, and what it shall mean. */
export function ColumnsWord({ word: found, words, onWord }: ColumnsWordProps) {
  const { column, word, rows } = found
  const t = useTranslations('columns')
  const statuses = useTranslations('register.statuses')
  const options =
    column === 'status'
      ? Object.values(RegisterStatus).map((id) => ({ id, label: statuses(id) }))
      : (['yes', 'no'] as const).map((id) => ({ id, label: t(id) }))
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span>{t.rich('word', { word, rows, b: (text) => <b>{text}</b> })}</span>
      <Select
        label={t('wordMeans', { word })}
        hideLabel
        options={options}
        value={meaningOf(words, found)}
        onChange={(meaning) => onWord(withMeaning(words, found, meaning))}
        className="w-44"
      />
    </span>
  )
}
