/** Nearest-rank percentile of milliseconds; `share` between 0 and 1. */
export function percentile(times: number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** How long one act takes, in milliseconds. */
export async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

/** Each of `users` acts every `everyMs` until `seconds` are over; the acts' durations in milliseconds. */
export async function paced(users: number, everyMs: number, seconds: number, act: (user: number) => Promise<unknown>) {
  const end = performance.now() + seconds * 1000
  return pacedWhile(() => performance.now() < end, users, everyMs, act)
}

/** The same as long as something goes on. */
export async function pacedWhile(
  goesOn: () => boolean,
  users: number,
  everyMs: number,
  act: (user: number) => Promise<unknown>,
) {
  const times: number[] = []
  const one = async (user: number) => {
    await sleep((everyMs * user) / users)
    while (goesOn()) {
      const took = await timed(() => act(user))
      times.push(took)
      await sleep(Math.max(0, everyMs - took))
    }
  }
  await Promise.all(Array.from({ length: users }, (_, user) => one(user)))
  return times
}

export const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms))
