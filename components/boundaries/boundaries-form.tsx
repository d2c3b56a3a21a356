'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, startTransition, useActionState, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FileField } from '@/components/ui/file-field'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/text-field'
import { dropBoundaries } from '@/lib/boundaries/actions'
import { IDLE } from '@/lib/form-state'

type Told = { kind: 'ok' | 'danger'; text: string }

export function BoundariesForm({ credit, hasBoundaries }: { credit: string; hasBoundaries: boolean }) {
  const t = useTranslations('boundaries')
  const router = useRouter()
  const [told, setTold] = useState<Told | null>(null)
  const [isPending, setPending] = useState(false)
  const [file, setFile] = useState<File | null>(null)
  const [, drop, isDropping] = useActionState(dropBoundaries, IDLE)

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    if (!file?.size) return setTold({ kind: 'danger', text: t('noFile') })
    setPending(true)
    try {
      const answer = await fetch(`/api/boundaries?${new URLSearchParams({ credit: String(form.get('credit')) })}`, {
        method: 'POST',
        body: file,
      })
      const said: { loaded?: number; missing?: number; message?: string } = await answer.json()
      const text = answer.ok
        ? t('saved', { loaded: said.loaded ?? 0, missing: said.missing ?? 0 })
        : (said.message ?? t('failed'))
      setTold({ kind: answer.ok ? 'ok' : 'danger', text })
      if (answer.ok) router.refresh()
    } catch {
      setTold({ kind: 'danger', text: t('failed') })
    } finally {
      setPending(false)
    }
  }

  return (
    <form onSubmit={send} noValidate className="flex flex-col gap-3">
      {told && (
        <Notice tone={told.kind} role={told.kind === 'ok' ? 'status' : 'alert'}>
          {told.text}
        </Notice>
      )}
      <div className="flex flex-col gap-2">
        <p className="text-small text-text-2">{t('kinds')}</p>
        <FileField
          label={t('choose')}
          none={t('noneChosen')}
          accept={['.json', '.geojson', '.topojson', 'application/json', 'application/geo+json']}
          file={file}
          onChoose={setFile}
        />
      </div>
      <TextField name="credit" label={t('credit')} defaultValue={credit} maxLength={160} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="filled" isPending={isPending}>
          {t('load')}
        </Button>
        {hasBoundaries && (
          <Button isPending={isDropping} onPress={() => startTransition(() => drop({}))}>
            {t('remove')}
          </Button>
        )}
      </div>
    </form>
  )
}
