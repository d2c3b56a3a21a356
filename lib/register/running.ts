import type { ImportStatus } from '@/prisma/client/enums'

/** Not yet at its end. */
export const RUNNING = ['receiving', 'reading', 'applying'] as const
export const isRunning = (status: ImportStatus) => (RUNNING as readonly string[]).includes(status)
