'use client'
import { CancelDialog, MissDialog } from '@/components/appointments/fall-through-dialog'
import { MoveDialog } from '@/components/appointments/move-dialog'

/** A planned appointment as its dialogs need it; day and time are Italian. */
export type PlannedVisit = {
  id: string
  assignmentId: string
  visitorId: string
  version: number
  firmName: string
  day: string
  time: string
  minutes: number
  begun: boolean
}

export function AppointmentActions({ appointment }: { appointment: PlannedVisit }) {
  return (
    <>
      <MoveDialog appointment={appointment} />
      <CancelDialog appointment={appointment} />
      {appointment.begun && <MissDialog appointment={appointment} />}
    </>
  )
}
