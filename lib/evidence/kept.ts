/** Keeps the things found last, up to so many: by its key each is found once for as long as it is among them. */
export function keeping<T>(most: number): (key: string, find: () => T) => T {
  const kept = new Map<string, T>()
  return (key, find) => {
    const found = kept.get(key) ?? find()
    // The one asked for last is the last to go.
    kept.delete(key)
    kept.set(key, found)
    if (kept.size > most) kept.delete(kept.keys().next().value as string)
    return found
  }
}
