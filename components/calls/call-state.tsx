'use client'
import { createContext, type ReactNode, use, useState } from 'react'

type Dialled = { number?: string; at?: number; dial: (number: string) => void }

const DialledContext = createContext<Dialled | null>(null)

export function useDialled(): Dialled {
  const dialled = use(DialledContext)
  if (!dialled) throw new Error('useDialled belongs inside a CallState')
  return dialled
}

/** Which number of this firm was dialled, and when: the dial link tells it, the outcome keeps it. */
export function CallState({ children }: { children: ReactNode }) {
  const [call, setCall] = useState<{ number: string; at: number }>()
  const dial = (number: string) => setCall({ number, at: Date.now() })
  return <DialledContext value={{ ...call, dial }}>{children}</DialledContext>
}
