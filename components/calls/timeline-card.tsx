'use client'
import { MessageSquarePlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'

const NoteBox = lazy(async () => ({ default: (await import('@/components/firms/note-box')).NoteBox }))

type TimelineCardProps = { firmId: string; author: string; children: ReactNode }

/** What happened so far, and a note for colleagues that needs no call: the call has a note of its own. */
export function TimelineCard({ firmId, author, children }: TimelineCardProps) {
  const t = useTranslations('calls.firm')
  const [isWriting, setWriting] = useState(false)
  return (
    <Card
      title={t('timeline')}
      className="shrink-0"
      padded={false}
      actions={
        <Button
          variant="ghost"
          size="sm"
          aria-expanded={isWriting}
          icon={<MessageSquarePlus size={16} strokeWidth={1.75} aria-hidden />}
          onPress={() => setWriting(!isWriting)}
        >
          {t('addNote')}
        </Button>
      }
    >
      {isWriting && (
        <Suspense>
          <NoteBox firmId={firmId} author={author} autoFocus after={() => setWriting(false)} />
        </Suspense>
      )}
      <div className="px-4 pt-2.5 pb-3.5">{children}</div>
    </Card>
  )
}
