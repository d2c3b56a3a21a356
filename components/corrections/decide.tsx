'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { decideForOurs, decideForTheirs } from '@/lib/corrections/actions'
import { type FormState, IDLE } from '@/lib/form-state'

type Asked = { firmId?: string; field?: string; seen: string }
type Verb = (state: FormState<{ decided: number }>, input: Asked) => Promise<FormState<{ decided: number }>>

function useDecision() {
  const t = useTranslations('register.decide')
  const router = useRouter()
  return async (verb: Verb, input: Asked): Promise<string | undefined> => {
    const state = await verb(IDLE, input)
    if (state.status === 'rejected') return state.message
    if (state.status === 'saved') toast({ message: t('decided', { count: state.result.decided }), tone: 'ok' })
    router.refresh()
  }
}

/** Keep ours or take theirs, for one correction. */
export function Decide({ decision, label }: { decision: Asked; label: string }) {
  const t = useTranslations('register.decide')
  const decide = useDecision()
  const [isPending, startTransition] = useTransition()
  const press = (verb: Verb) => () =>
    startTransition(async () => {
      const refused = await decide(verb, decision)
      if (refused) toast({ message: refused, tone: 'danger' })
    })
  return (
    <div className="flex gap-2">
      <Button size="sm" isPending={isPending} aria-label={t('keepOf', { label })} onPress={press(decideForOurs)}>
        {t('keep')}
      </Button>
      <Button size="sm" isPending={isPending} aria-label={t('takeOf', { label })} onPress={press(decideForTheirs)}>
        {t('take')}
      </Button>
    </div>
  )
}

/** The same for all that were waiting when the page was drawn. */
export function DecideAll({ seen, count }: { seen: string; count: string }) {
  const t = useTranslations('register.decide')
  const decide = useDecision()
  return (
    <div className="flex gap-2">
      <ConfirmDialog
        tone="primary"
        trigger={<Button size="sm">{t('keepAll')}</Button>}
        title={t('keepAllTitle', { count })}
        confirmLabel={t('keepAll')}
        onConfirm={() => decide(decideForOurs, { seen })}
      >
        {t('keepAllBody')}
      </ConfirmDialog>
      <ConfirmDialog
        trigger={<Button size="sm">{t('takeAll')}</Button>}
        title={t('takeAllTitle', { count })}
        confirmLabel={t('takeAll')}
        onConfirm={() => decide(decideForTheirs, { seen })}
      >
        {t('takeAllBody')}
      </ConfirmDialog>
    </div>
  )
}
