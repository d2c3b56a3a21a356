import { rm } from 'node:fs/promises'

/** Clears a folder away, also while a process that has just ended is still writing its last file there. */
export const removeFolder = (folder: string) =>
  rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
