/** mulberry32 (T. Ettinger): small, fast, and the same numbers everywhere; the demo needs no better. */
export function seeded(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const chance = (share: number) => next() < share

  /** One of the keys, in proportion to its weight. */
  const weighted = <K extends string>(weights: Record<K, number>): K => {
    const keys = Object.keys(weights) as K[]
    let left = next() * keys.reduce((sum, key) => sum + weights[key], 0)
    for (const key of keys) {
      left -= weights[key]
      if (left < 0) return key
    }
    return keys[keys.length - 1] as K
  }

  const shuffled = <T>(list: readonly T[]): T[] => {
    const copy = [...list]
    for (let i = copy.length - 1; i > 0; i--) {
      const j = below(i + 1)
      ;[copy[i], copy[j]] = [copy[j] as T, copy[i] as T]
    }
    return copy
  }

  /** `count` different members, likelier where `weight` is higher (Efraimidis and Spirakis 2006). */
  const sample = <T>(list: readonly T[], count: number, weight: (item: T) => number): T[] =>
    list
      .map((item) => ({ item, key: next() ** (1 / Math.max(weight(item), 1e-9)) }))
      .sort((a, b) => b.key - a.key)
      .slice(0, count)
      .map(({ item }) => item)

  /** UUIDv7 of an instant, with the generator's own random bits. */
  const id = (at: Date) => {
    const time = at.getTime().toString(16).padStart(12, '0')
    const hex = (length: number) =>
      below(16 ** length)
        .toString(16)
        .padStart(length, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(6)}${hex(6)}`
  }

  return { next, below, pick, chance, weighted, shuffled, sample, id }
}

export type Random = ReturnType<typeof seeded>
