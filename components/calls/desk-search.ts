export type DeskSearch = Promise<Record<string, string | string[] | undefined>>

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An id in the address, which may carry anything. */
export const idOf = (value: string | string[] | undefined) =>
  typeof value === 'string' && UUID.test(value) ? value : undefined
