'use client'
import type { Route } from 'next'
import { unstable_rethrow, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, use, useRef, useState, useTransition } from 'react'
import { useDeskKeys } from '@/components/calls/desk-keys'
import { KeyStrip } from '@/components/calls/key-strip'
import { Notice } from '@/components/ui/notice'
import { saveCall } from '@/lib/calls/actions'
import type { CallTyped } from '@/lib/calls/schema'
import { type FormState, IDLE } from '@/lib/form-state'
import { pauseCalls, skipFirm, takeFirm, takeNextFirm } from '@/lib/leases/actions'

type Saved = { firmName: string; at: Date }

type Desk = {
  isPending: boolean
  /** The last outcome that was saved. */
  saved: Saved | null
  /** No firm was to be had when the next was looked for. */
  noneLeft: boolean
  start: () => void
  take: (assignmentId: string) => void
  skip: (assignmentId: string) => void
  pause: () => void
  save: (call: CallTyped, outcome: string, onEnd: (state: FormState, isLost?: boolean) => void) => void
  say: (words: string) => void
}

const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('useDesk belongs inside a DeskFrame')
  return desk
}

type DeskFrameProps = { campaignId: string; head: ReactNode; children: ReactNode }

/** What the panes of the desk share: who is called next, what is being sent, what a screen reader is told. */
export function DeskFrame({ campaignId, head, children }: DeskFrameProps) {
  const t = useTranslations('calls')
  const router = useRouter()
  const root = useRef<HTMLDivElement>(null)
  const [isPending, startTransition] = useTransition()
  const [said, say] = useState('')
  const [problem, setProblem] = useState('')
  const [noneLeft, setNoneLeft] = useState(false)
  const [saved, setSaved] = useState<Saved | null>(null)
  useDeskKeys(root)

  const move = (verb: () => Promise<FormState<string | null>>, tell: (firm: string | null) => string) => {
    if (isPending) return
    startTransition(async () => {
      try {
        const state = await verb()
        setProblem(state.status === 'rejected' ? state.message : '')
        if (state.status !== 'saved') return
        say(tell(state.result))
        // An address that names a firm has done its work.
        if (location.search.includes('firm=')) router.replace(`/calls?campaign=${campaignId}` as Route)
      } catch (error) {
        unstable_rethrow(error)
        setProblem(t('unreached'))
      }
    })
  }
  const tellNext = (firm: string | null) => {
    setNoneLeft(firm === null)
    return firm ? t('said.next', { firm }) : t('said.noNext')
  }

  const save: Desk['save'] = (call, outcome, onEnd) => {
    if (isPending) return
    startTransition(async () => {
      setProblem('')
      try {
        const state = await saveCall(IDLE, call)
        if (state.status === 'saved') {
          const { firmName, next } = state.result
          setSaved({ firmName, at: new Date() })
          say(`${t('said.saved', { firm: firmName, outcome })} ${tellNext(next)}`)
        }
        onEnd(state)
      } catch (error) {
        unstable_rethrow(error)
        const message = t(navigator.onLine ? 'unsaved' : 'offline')
        say(message)
        onEnd({ status: 'rejected', message, fieldErrors: {}, values: {} }, true)
      }
    })
  }

  const desk: Desk = {
    isPending,
    saved,
    say,
    save,
    noneLeft,
    start: () => move(() => takeNextFirm(IDLE, { campaignId }), tellNext),
    take: (assignmentId) => move(() => takeFirm(IDLE, { assignmentId }), tellNext),
    skip: (assignmentId) =>
      move(
        () => skipFirm(IDLE, { assignmentId }),
        (firm) => `${t('said.skipped')} ${tellNext(firm)}`,
      ),
    pause: () =>
      move(
        () => pauseCalls(IDLE, { campaignId }),
        () => t('said.paused'),
      ),
  }
  return (
    <DeskContext value={desk}>
      <div ref={root} data-full className="flex min-h-0 flex-col bg-canvas">
        {head}
        {problem && (
          <Notice tone="danger" role="alert" className="rounded-none">
            {problem}
          </Notice>
        )}
        <div className="grid min-h-0 flex-1 tablet:grid-cols-[15rem_minmax(0,1fr)] desk:grid-cols-[17.5rem_minmax(0,1fr)] desk:grid-rows-[minmax(0,2fr)_minmax(0,3fr)] wide:grid-cols-[19.5rem_minmax(0,1fr)_25.25rem] wide:grid-rows-1">
          {children}
        </div>
        <KeyStrip saved={saved} />
        <p role="status" className="sr-only">
          {said}
        </p>
      </div>
    </DeskContext>
  )
}
