'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useSending } from '@/components/firms/use-sending'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { FormNotice } from '@/components/ui/form-notice'
import { TextField } from '@/components/ui/text-field'
import { toast } from '@/components/ui/toast'
import { saveNote } from '@/lib/notes/actions'

type NoteBoxProps = { firmId: string; author: string; autoFocus?: boolean; after?: () => void }

/** A note for colleagues; its button comes with the first letter. */
export function NoteBox({ firmId, author, autoFocus, after }: NoteBoxProps) {
  const t = useTranslations('firms.notes')
  const [id, setId] = useState(() => uuidv7())
  const [text, setText] = useState('')
  const { state, errors, submit, isPending } = useSending(saveNote, {
    more: { firmId, id },
    after: () => {
      setText('')
      setId(uuidv7())
      toast({ message: t('saved'), tone: 'ok' })
      after?.()
    },
  })
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-2 border-b border-border p-4">
      <FormNotice state={state} labels={{ text: t('label') }} />
      <div className="flex gap-2.5">
        <Avatar name={author} className="mt-1" />
        <TextField
          name="text"
          label={t('label')}
          hideLabel
          multiline
          autoFocus={autoFocus}
          rows={text ? 3 : 1}
          maxLength={2000}
          placeholder={t('placeholder')}
          value={text}
          onChange={setText}
          error={errors.text}
          className="flex-1"
        />
      </div>
      {text.trim() && (
        <Button type="submit" variant="outline" isPending={isPending} className="self-end">
          {t('save')}
        </Button>
      )}
    </form>
  )
}
