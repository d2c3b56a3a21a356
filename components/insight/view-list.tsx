'use client'
import { Trash2 } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { Button } from '@/components/ui/button'
import { FormNotice } from '@/components/ui/form-notice'
import { Switch } from '@/components/ui/switch'
import { TextField } from '@/components/ui/text-field'
import { toast } from '@/components/ui/toast'
import { useFormSending } from '@/components/users/use-form-sending'
import { IDLE } from '@/lib/form-state'
import { dropView, keepView } from '@/lib/insight-views/actions'
import type { SavedView } from '@/lib/insight-views/queries'

type ViewListProps = { views: SavedView[]; onChoose: () => void }

export function ViewList({ views, onChoose }: ViewListProps) {
  const t = useTranslations('insight.views')
  const { remove, isRemoving } = useRemoving()
  const [kept, setKept] = useState(0)
  const parts = [
    { title: t('own'), list: views.filter(({ isOwn }) => isOwn) },
    { title: t('others'), list: views.filter(({ isOwn }) => !isOwn) },
  ].filter(({ list }) => list.length)
  return (
    <div className="flex flex-col gap-3">
      {parts.map(({ title, list }) => (
        <section key={title}>
          <h3 className="text-small font-semibold text-text-2">{title}</h3>
          <ul className="max-h-60 overflow-auto">
            {list.map((view) => (
              <li key={view.id} className="flex min-h-9 items-center gap-2">
                <Link
                  href={`/insight${view.query}` as Route}
                  prefetch={false}
                  onClick={onChoose}
                  className="min-w-0 flex-1 text-table text-link wrap-anywhere underline underline-offset-2"
                >
                  {view.name}
                </Link>
                <span className="text-small text-text-3">
                  {view.isOwn ? view.shared && t('shared') : t('by', { name: view.owner })}
                </span>
                {view.isOwn && (
                  <Button
                    variant="ghost"
                    size="sm"
                    aria-label={t('remove', { name: view.name })}
                    isDisabled={isRemoving}
                    onPress={() => remove(view)}
                    icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden />}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {parts.length === 0 && <p className="text-table text-text-2">{t('none')}</p>}
      <ViewForm key={kept} onKept={() => setKept(kept + 1)} />
    </div>
  )
}

/** Gone at once, and back as it was for as long as the message stands. */
function useRemoving() {
  const t = useTranslations('insight.views')
  const [isRemoving, start] = useTransition()
  const send = (run: () => ReturnType<typeof keepView>, onDone: () => void) =>
    start(async () => {
      const said = await run().catch(() => null)
      if (said?.status === 'saved') return onDone()
      toast({ message: said?.status === 'rejected' ? said.message : t('unsent'), tone: 'danger' })
    })
  const remove = ({ id, name, query, shared }: SavedView) =>
    send(
      () => dropView(IDLE, { id }),
      () =>
        toast({
          message: t('removed', { name }),
          actionLabel: t('undo'),
          onAction: () =>
            send(
              () => keepView(IDLE, { id, name, query, shared: String(shared) }),
              () => toast({ message: t('saved'), tone: 'ok' }),
            ),
        }),
    )
  return { remove, isRemoving }
}

/** Each view kept starts the next from an empty form. */
function ViewForm({ onKept }: { onKept: () => void }) {
  const t = useTranslations('insight.views')
  const search = useSearchParams().toString()
  const [id] = useState(() => uuidv7())
  const { state, errors, submit, isPending } = useFormSending<void>(async (before, form) => {
    const said = await keepView(before, form)
    if (said.status === 'saved') {
      toast({ message: t('saved'), tone: 'ok' })
      onKept()
    }
    return said
  })
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-2 border-t border-border pt-3">
      <FormNotice state={state} labels={{ name: t('name') }} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="query" value={search} />
      <TextField name="name" label={t('name')} error={errors.name} autoComplete="off" maxLength={80} />
      <Switch name="shared">{t('share')}</Switch>
      <Button type="submit" variant="filled" isPending={isPending}>
        {t('save')}
      </Button>
    </form>
  )
}
