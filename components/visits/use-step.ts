'use client'
import { useEffect, useRef, useState } from 'react'
import { STEPS, type Step } from '@/components/visits/draft'

const fromHash = (): Step => STEPS.find((step) => `#${step}` === window.location.hash) ?? 'meeting'

/** The step of the form, in the address, so that the phone's own way back goes one step back. */
export function useStep() {
  const [step, setStep] = useState<Step>('meeting')
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)

  useEffect(() => {
    setStep(fromHash())
    const follow = () => setStep(fromHash())
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])
  // `step` is what moved: the focus and the eye go to the top of the new one.
  useEffect(() => {
    if (!moved.current || !step) return
    heading.current?.focus({ preventScroll: true })
    heading.current?.closest('[data-full]')?.scrollIntoView({ block: 'start' })
  }, [step])

  const go = (to: Step) => {
    moved.current = true
    window.history.pushState(null, '', `#${to}`)
    setStep(to)
  }
  return { step, go, heading }
}
