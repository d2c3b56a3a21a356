'use client'
import { type ReactNode, type Ref, Suspense, useState } from 'react'
import { ButtonContext } from 'react-aria-components/Button'

type OverlayTriggerProps = {
  trigger: ReactNode
  triggerRef?: Ref<HTMLButtonElement>
  isOpen: boolean
  onOpen: () => void
  /** Fetches the code of what opens. */
  load: () => unknown
  /** What opens; drawn from the first opening on, so that it can also fade away. */
  children: ReactNode
}

/** A button that opens something whose code comes when the button is pointed at, focused or pressed. */
export function OverlayTrigger({ trigger, triggerRef, isOpen, onOpen, load, children }: OverlayTriggerProps) {
  const [wasOpen, setWasOpen] = useState(isOpen)
  if (isOpen && !wasOpen) setWasOpen(true)
  const opens = { onPress: onOpen, onHoverStart: load, onFocus: load, isPressed: isOpen, 'aria-expanded': isOpen }
  return (
    <>
      <ButtonContext value={{ ...opens, ref: triggerRef }}>{trigger}</ButtonContext>
      {wasOpen && <Suspense>{children}</Suspense>}
    </>
  )
}
