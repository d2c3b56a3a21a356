'use client'
import { FileUp } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Loaded } from '@/lib/ateco/mutations'
import { formatNumber } from '@/lib/format'

type Told = { tone: 'ok' | 'danger'; message: string }

/** One button for all three tables: what a file is, the file tells. */
export function AtecoLoader() {
  const t = useTranslations('ateco')
  const locale = useLocale()
  const router = useRouter()
  const [told, setTold] = useState<Told | null>(null)
  const [isPending, setPending] = useState(false)

  async function load(file: File): Promise<Told> {
    const address = `/api/ateco?${new URLSearchParams({ name: file.name })}`
    const answer = await fetch(address, { method: 'POST', body: file }).catch(() => null)
    const said = await answer?.json().catch(() => null)
    if (!answer?.ok) return { tone: 'danger', message: said?.message ?? t('unsent') }
    const { kind, changed, moved, later } = said as Loaded
    router.refresh()
    const name = t(`tables.${kind}`)
    if (changed === 0) return { tone: 'ok', message: t('same', { name }) }
    const count = { moved, shown: formatNumber(locale, moved) }
    return {
      tone: 'ok',
      message: t(later ? 'loadedMoving' : 'loaded', { name, rows: formatNumber(locale, changed), ...count }),
    }
  }

  async function choose(files: FileList | null) {
    const file = files?.[0]
    if (!file) return
    setPending(true)
    setTold(await load(file))
    setPending(false)
  }

  return (
    <div className="flex flex-col items-start gap-3">
      <FileTrigger acceptedFileTypes={['.csv', '.txt', 'text/csv', 'text/plain']} onSelect={choose}>
        <Button variant="filled" isPending={isPending} icon={<FileUp size={16} strokeWidth={1.75} aria-hidden />}>
          {t('choose')}
        </Button>
      </FileTrigger>
      <div role="status" className="w-full">
        {told && <Notice tone={told.tone}>{told.message}</Notice>}
      </div>
    </div>
  )
}
