import type { ImportStatus } from '@/prisma/client/enums'

/** Somebody or something is at work on it. */
export const RUNNING = ['receiving', 'checking', 'applying', 'undoing'] as const
/** It waits for a person. */
export const WAITING = ['mapping', 'checked'] as const

const among = (list: readonly string[]) => (status: ImportStatus) => list.includes(status)
export const isRunning = among(RUNNING)
export const isWaiting = among(WAITING)
/** It can be stopped without a trace. */
export const canStop = among(['checking', 'applying'])
