'use client'
import { FileUp } from 'lucide-react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Button } from '@/components/ui/button'

type FileFieldProps = {
  label: string
  none: string
  accept: string[]
  file: File | null
  onChoose: (file: File | null) => void
}

/** A file to send with a form. The browser's own field would speak the browser's language. */
export function FileField({ label, none, accept, file, onChoose }: FileFieldProps) {
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2">
      <FileTrigger acceptedFileTypes={accept} onSelect={(files) => onChoose(files?.[0] ?? null)}>
        <Button icon={<FileUp size={16} strokeWidth={1.75} aria-hidden />}>{label}</Button>
      </FileTrigger>
      <span role="status" className="min-w-0 text-table wrap-anywhere text-text-2">
        {file?.name ?? none}
      </span>
    </div>
  )
}
