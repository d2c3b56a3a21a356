'use server'
import { revalidatePath } from 'next/cache'
import {
  cancelAppointment as cancel,
  confirmAppointment as confirm,
  missAppointment as miss,
  moveAppointment as move,
} from '@/lib/appointments/mutations'
import {
  cancelAppointmentInput,
  confirmAppointmentInput,
  missAppointmentInput,
  moveAppointmentInput,
} from '@/lib/appointments/schema'
import { formAction } from '@/lib/form-action'

const moved = ({ version }: { version: number }) => {
  revalidatePath('/today')
  return { version }
}

export const moveAppointment = formAction('visits.record', moveAppointmentInput, async (actor, input) =>
  moved(await move(actor, input)),
)

export const confirmAppointment = formAction('visits.record', confirmAppointmentInput, async (actor, input) =>
  moved(await confirm(actor, input)),
)

export const cancelAppointment = formAction('visits.record', cancelAppointmentInput, async (actor, input) =>
  moved(await cancel(actor, input)),
)

export const missAppointment = formAction('visits.record', missAppointmentInput, async (actor, input) =>
  moved(await miss(actor, input)),
)
