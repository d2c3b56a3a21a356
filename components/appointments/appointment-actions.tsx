'use client'
import { ConfirmButton } from '@/components/appointments/confirm-button'
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
  /** A call to confirm is still owed. */
  unconfirmed: boolean
}

export function AppointmentActions({ appointment }: { appointment: PlannedVisit }) {
  return (
    <>
      {appointment.unconfirmed && <ConfirmButton appointment={appointment} isGhost />}
      <MoveDialog appointment={appointment} />
      <CancelDialog appointment={appointment} />
      {appointment.begun && <MissDialog appointment={appointment} />}
    </>
  )
}
