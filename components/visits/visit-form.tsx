'use client'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { lazy, type ReactNode, type SubmitEvent, Suspense, useEffect, useState } from 'react'
import { useVerb } from '@/components/today/use-verb'
import { Button } from '@/components/ui/button'
import { FormNotice } from '@/components/ui/form-notice'
import { LinkButton } from '@/components/ui/link-button'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { STEPS, type Step, stepOf, toInput, type VisitDraft } from '@/components/visits/draft'
import { FormHead } from '@/components/visits/form-head'
import { FoundDraft } from '@/components/visits/found-draft'
import { MeetingStep } from '@/components/visits/meeting-step'
import type { NeedTypeChoice, OfficeChoice } from '@/components/visits/needs-step'
import { loadSchema, problemsOf } from '@/components/visits/problems'
import type { ServiceChoice } from '@/components/visits/services-step'
import { StepHead, Stepper } from '@/components/visits/step-frame'
import { useDraft } from '@/components/visits/use-draft'
import { useStep } from '@/components/visits/use-step'
import { useTold } from '@/components/visits/use-told'
import type { WorkingCalendar } from '@/lib/calendar/rules'
import { recordVisit } from '@/lib/visits/actions'

const loadLater = () => import('@/components/visits/later-steps')
const LaterSteps = lazy(async () => ({ default: (await loadLater()).LaterSteps }))

export type VisitFormProps = {
  /** Where the browser keeps the draft: the person and the visit. */
  draftKey: string
  initial: Omit<VisitDraft, 'id'> & { id?: string }
  firm: { name: string; doNotContact: boolean; contacts: { id: string; name: string; role: string | null }[] }
  when: string
  showDay: boolean
  services: ServiceChoice[]
  needTypes: NeedTypeChoice[]
  offices: OfficeChoice[]
  calendar: WorkingCalendar
  /** Where leaving leads; the draft stays. */
  back: string
  /** The way to leave the firm alone. */
  stop?: ReactNode
}

export function VisitForm({
  draftKey,
  initial,
  firm,
  when,
  showDay,
  services,
  needTypes,
  offices,
  calendar,
  back,
  stop,
}: VisitFormProps) {
  const t = useTranslations('visits')
  const tr = useTranslations('refusals')
  const router = useRouter()
  const { step, go, heading } = useStep()
  const { draft, found, isKept, change, resume, restart, forget } = useDraft(draftKey, initial, step)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const verb = useVerb(recordVisit, {
    unsent: t('form.unsent'),
    onSaved: ({ id }) => {
      forget()
      toast({ message: t('form.saved'), tone: 'ok' })
      router.push(`/visits/${id}` as Route)
    },
  })
  // Fetched while the first step is filled in: a firm's own network may fail later.
  useEffect(() => void Promise.all([loadSchema(), loadLater()]), [])
  const told = useTold(verb.state)
  const errors = { ...verb.errors, ...problems }
  const now = STEPS.indexOf(step)
  const next = STEPS[now + 1]

  /** Kindly: only what is wrong up to this step, in words, beside its field. */
  const check = async (upTo: number): Promise<Step | null> => {
    const wrong = Object.entries(await problemsOf(draft)).filter(([path]) => STEPS.indexOf(stepOf(path)) <= upTo)
    const key = (message: string) => (tr.has(message as never) ? message : 'invalidField') as 'invalidField'
    setProblems(Object.fromEntries(wrong.map(([path, message]) => [path, tr(key(message))])))
    const steps = wrong.map(([path]) => STEPS.indexOf(stepOf(path)))
    return STEPS[Math.min(...steps)] ?? null
  }
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const wrongStep = await check(now)
    if (wrongStep) {
      if (wrongStep !== step) go(wrongStep)
      return
    }
    if (next) go(next)
    else verb.send({ ...toInput(draft), version: verb.version ?? draft.version })
  }
  const props = { draft, errors, change }
  const counts: Partial<Record<Step, string>> = {
    services: t('services.chosen', { count: Object.keys(draft.services).length }),
    needs: t('needs.added', { count: draft.needs.length }),
  }
  const titles = {
    meeting: t('meeting.who'),
    services: t('services.title'),
    needs: t('needs.title'),
    digital: t('digital.title'),
    sequel: t('sequel.title'),
  }
  return (
    <form data-full onSubmit={submit} noValidate className="flex flex-col bg-canvas">
      <FormHead firmName={firm.name} when={when} isKept={isKept} back={back} stop={stop}>
        <Stepper step={step} go={go} isDone={(name) => STEPS.indexOf(name) < now} />
      </FormHead>
      <div className="mx-auto flex w-full max-w-160 flex-1 flex-col gap-4 px-4 py-4 [&_:is(input,textarea,button)]:scroll-mb-24">
        {found ? (
          <FoundDraft savedAt={found.savedAt} onResume={resume} onRestart={restart} />
        ) : (
          <>
            <FormNotice state={told.state} labels={told.labels} />
            <StepHead headingRef={heading} title={titles[step]} note={counts[step]} />
            {step === 'meeting' && (
              <MeetingStep {...props} contacts={firm.contacts} doNotContact={firm.doNotContact} showDay={showDay} />
            )}
            {step !== 'meeting' && (
              <Suspense fallback={<Skeleton className="h-60" />}>
                <LaterSteps {...props} {...{ step, services, needTypes, offices, calendar }} />
              </Suspense>
            )}
          </>
        )}
      </div>
      {!found && (
        <footer className="sticky bottom-0 z-10 border-t border-border bg-surface pb-[env(safe-area-inset-bottom)]">
          <div className="mx-auto flex w-full max-w-160 gap-2 px-4 py-3">
            {now === 0 ? (
              <LinkButton href={back}>{t('form.cancel')}</LinkButton>
            ) : (
              <Button onPress={() => go(STEPS[now - 1] ?? 'meeting')}>{t('form.back')}</Button>
            )}
            <Button type="submit" variant="filled" isPending={verb.isPending} className="flex-1">
              {next ? t('form.next', { step: t(`steps.${next}`).toLowerCase() }) : t('form.save')}
            </Button>
          </div>
        </footer>
      )}
    </form>
  )
}
