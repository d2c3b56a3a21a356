'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useNeedTold } from '@/components/needs/use-need-told'
import { useVerb } from '@/components/today/use-verb'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FormNotice } from '@/components/ui/form-notice'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { toast } from '@/components/ui/toast'
import { moveNeed } from '@/lib/needs/actions'
import { WORDS_LIMIT } from '@/lib/needs/rules'
import type { NeedStatus } from '@/prisma/client/enums'

type Movable = { id: string; version: number; name: string; status: NeedStatus; officeId?: string }
type Target = Exclude<NeedStatus, 'recorded'>

type NeedMovesProps = { need: Movable; steps: NeedStatus[]; offices: { id: string; label: string }[] }

/** The next step of most needs first; what closes one asks for words. */
const ORDER: Target[] = ['taken_up', 'referred', 'met', 'in_progress', 'waiting', 'not_met', 'withdrawn']
const AT_ONCE: Target[] = ['taken_up', 'in_progress', 'waiting']

export function NeedMoves({ need, steps, offices }: NeedMovesProps) {
  const t = useTranslations('needs')
  const targets = ORDER.filter((to) => steps.includes(to))
  return (
    <section aria-label={t('move.title')} className="flex flex-wrap gap-2 border-t border-border pt-4">
      {targets.map((to, i) =>
        AT_ONCE.includes(to) ? (
          <MoveAtOnce key={to} need={need} to={to} isFirst={i === 0} />
        ) : (
          <Dialog
            key={to}
            trigger={<Button variant={i === 0 ? 'filled' : 'outline'}>{t(`move.${to}`)}</Button>}
            title={t('move.confirm', { to: t(`move.${to}`), need: need.name })}
          >
            {(close) => <MoveForm need={need} to={to} offices={offices} close={close} />}
          </Dialog>
        ),
      )}
    </section>
  )
}

function useMove(done: Target, close?: () => void) {
  const t = useTranslations('needs')
  const verb = useVerb(moveNeed, {
    unsent: t('move.unsent'),
    onSaved: () => {
      close?.()
      toast({ message: t('move.done', { status: t(`status.${done}`) }), tone: 'ok' })
    },
  })
  return { ...verb, told: useNeedTold(verb.state) }
}

function MoveAtOnce({ need, to, isFirst }: { need: Movable; to: Target; isFirst: boolean }) {
  const t = useTranslations('needs.move')
  const { send, isPending, version, told } = useMove(to)
  const again = to === 'taken_up' && need.status !== 'referred'
  return (
    <>
      <FormNotice state={told.state} labels={told.labels} className="w-full" />
      <Button
        variant={isFirst ? 'filled' : 'outline'}
        isPending={isPending}
        onPress={() => send({ id: need.id, version: version ?? need.version, to })}
      >
        {again ? t('reopen') : t(to)}
      </Button>
    </>
  )
}

type MoveFormProps = { need: Movable; to: Target; offices: NeedMovesProps['offices']; close: () => void }

function MoveForm({ need, to, offices, close }: MoveFormProps) {
  const t = useTranslations('needs.move')
  const [text, setText] = useState('')
  const [officeId, setOfficeId] = useState(offices[0]?.id)
  const { send, isPending, errors, version, told } = useMove(to, close)
  const words = to === 'met' ? { answer: text || undefined } : { reason: text || undefined }
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        const move = { id: need.id, version: version ?? need.version, to }
        send(to === 'referred' ? { ...move, officeId } : { ...move, ...words })
      }}
    >
      <FormNotice state={told.state} labels={told.labels} />
      {to === 'referred' ? (
        <Select label={t('office')} options={offices} value={officeId} onChange={setOfficeId} />
      ) : (
        <TextField
          multiline
          name={to === 'met' ? 'answer' : 'reason'}
          label={to === 'met' ? t('answer') : t('reason')}
          hint={to === 'withdrawn' ? undefined : t('answerHint')}
          optional={to !== 'not_met'}
          value={text}
          onChange={setText}
          maxLength={WORDS_LIMIT}
          error={errors.answer ?? errors.reason}
        />
      )}
      <Button type="submit" variant="filled" isPending={isPending} className="mt-2 self-end">
        {t(to)}
      </Button>
    </form>
  )
}
