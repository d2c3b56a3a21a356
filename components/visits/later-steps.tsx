'use client'
import { DigitalStep } from '@/components/visits/digital-step'
import type { Step } from '@/components/visits/draft'
import { NeedsStep, type NeedTypeChoice, type OfficeChoice } from '@/components/visits/needs-step'
import { SequelStep } from '@/components/visits/sequel-step'
import { type ServiceChoice, ServicesStep } from '@/components/visits/services-step'
import type { StepProps } from '@/components/visits/step-frame'
import type { WorkingCalendar } from '@/lib/calendar/rules'

type LaterStepsProps = StepProps & {
  step: Step
  services: ServiceChoice[]
  needTypes: NeedTypeChoice[]
  offices: OfficeChoice[]
  calendar: WorkingCalendar
}

/** The steps of the form after the meeting. */
export function LaterSteps({ step, services, needTypes, offices, calendar, ...props }: LaterStepsProps) {
  if (step === 'services') return <ServicesStep {...props} services={services} />
  if (step === 'needs') return <NeedsStep {...props} needTypes={needTypes} offices={offices} />
  if (step === 'digital') return <DigitalStep {...props} />
  return <SequelStep {...props} needTypes={needTypes} offices={offices} calendar={calendar} />
}
