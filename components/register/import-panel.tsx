'use client'
import { FileUp, ShieldCheck } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { RunningCard } from '@/components/register/running-card'
import { sendFile, type Upload } from '@/components/register/upload'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'

/** Chooses a file and sends it; then the import's own page follows it. */
export function ImportPanel() {
  const t = useTranslations('register')
  const words = useTranslations('refusals')
  const router = useRouter()
  const [upload, setUpload] = useState<Upload | null>(null)
  const [refused, setRefused] = useState<string | null>(null)

  async function send(file: File | undefined) {
    if (!file) return
    setRefused(null)
    try {
      const { id, refusal } = await sendFile(file, setUpload)
      if (refusal === null) return router.push(`/register/${id}`)
      setRefused(refusal || words('registerUpload'))
    } catch {
      setRefused(words('registerUpload'))
    }
    setUpload(null)
  }

  if (upload) return <RunningCard upload={upload} progress={null} lost={false} now={null} />
  return (
    <Card id="choose" title={t('choose.title')}>
      {refused && (
        <Notice tone="danger" role="alert" className="mb-3">
          {refused}
        </Notice>
      )}
      <DropZone
        aria-label={t('choose.drop')}
        getDropOperation={(types) => (types.has('Directory') ? 'cancel' : 'copy')}
        onDrop={async ({ items }) => {
          const dropped = items.find((item) => item.kind === 'file')
          if (dropped) await send(await dropped.getFile())
        }}
        className="flex flex-col items-center gap-3 rounded-l border-2 border-dashed border-border-strong bg-canvas px-4 py-8 text-center data-drop-target:border-primary data-drop-target:bg-tint"
      >
        <p className="text-body">{t('choose.drop')}</p>
        <FileTrigger
          acceptedFileTypes={['.csv', '.txt', '.xlsx', '.xls', '.zip', '.gz']}
          onSelect={(files) => send(files?.[0])}
        >
          <Button variant="filled" icon={<FileUp size={16} strokeWidth={1.75} aria-hidden />}>
            {t('choose.button')}
          </Button>
        </FileTrigger>
        <p className="max-w-prose text-small text-text-2">{t('choose.hint')}</p>
      </DropZone>
      <p className="mt-3 flex items-start gap-2 text-small text-text-2">
        <ShieldCheck size={16} strokeWidth={1.75} className="mt-px shrink-0" aria-hidden />
        {t('choose.safe')}
      </p>
    </Card>
  )
}
