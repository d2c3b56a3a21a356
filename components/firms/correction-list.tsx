'use client'
import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { saveUndoneCorrection } from '@/lib/corrections/actions'
import type { CorrectableField } from '@/lib/corrections/rules'
import { IDLE } from '@/lib/form-state'

export type CorrectionListProps = {
  firmId: string
  corrections: { field: CorrectableField; registerValue: string | null }[]
  onUndo: (field: string) => void
}

/** Each correction with what the register says, and the way back to it. */
export function CorrectionList({ firmId, corrections, onUndo }: CorrectionListProps) {
  const t = useTranslations('firms')
  const [isPending, startTransition] = useTransition()
  const [undoing, setUndoing] = useState<string>()
  const undo = (field: string) =>
    startTransition(async () => {
      setUndoing(field)
      const answer = await saveUndoneCorrection(IDLE, { firmId, field })
      if (answer.status === 'rejected') return toast({ message: answer.message, tone: 'danger' })
      onUndo(field)
      toast({ message: t('correct.undone'), tone: 'ok' })
    })
  if (corrections.length === 0) return <p className="text-table text-text-2">{t('correct.noCorrections')}</p>
  return (
    <ul className="flex flex-col divide-y divide-border text-table">
      {corrections.map(({ field, registerValue }) => (
        <li key={field} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 first:pt-0 last:pb-0">
          <div className="min-w-0 flex-1 basis-40">
            <b className="font-semibold">{t(`correct.fields.${field}`)}</b>
            <p className="break-words text-text-2">
              {t('correct.register', { value: registerValue ?? t('facts.nothing') })}
            </p>
          </div>
          <Button
            size="sm"
            aria-label={t('correct.undo', { field: t(`correct.fields.${field}`) })}
            isPending={isPending && undoing === field}
            onPress={() => undo(field)}
            icon={<Undo2 size={14} strokeWidth={1.75} aria-hidden />}
          >
            {t('correct.undoShort')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
