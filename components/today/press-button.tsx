'use client'
import type { LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useVerb } from '@/components/today/use-verb'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import type { FormState } from '@/lib/form-state'

type Versioned = { id: string; version: number }

type PressButtonProps<R> = {
  verb: (state: FormState<R>, of: Versioned) => Promise<FormState<R>>
  of: Versioned
  icon: LucideIcon
  /** What it says, what it is called among its likes, and what is said once it is done. */
  words: { open: string; label: string; done: string }
  variant?: 'outline' | 'ghost'
}

/** A verb that one press does: what came of it is told in passing. */
export function PressButton<R>({ verb, of: { id, version }, icon: Icon, words, variant }: PressButtonProps<R>) {
  const t = useTranslations('today')
  const { state, isPending, send } = useVerb(verb, {
    unsent: t('unsent'),
    onSaved: () => toast({ message: words.done, tone: 'ok' }),
  })
  useEffect(() => {
    if (state.status === 'rejected') toast({ message: state.message, tone: 'danger' })
  }, [state])
  return (
    <Button
      size="sm"
      variant={variant}
      isPending={isPending}
      icon={<Icon size={16} strokeWidth={1.75} aria-hidden />}
      aria-label={words.label}
      onPress={() => send({ id, version })}
    >
      {words.open}
    </Button>
  )
}
