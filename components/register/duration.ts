type Words = (key: 'time.seconds' | 'time.minutes' | 'time.hours', values: Record<string, number>) => string

/** `40 s`, `1 min 20 s`, `2 h 5 min`. */
export function durationIn(t: Words, seconds: number): string {
  const whole = Math.max(1, Math.round(seconds))
  if (whole < 60) return t('time.seconds', { seconds: whole })
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return t('time.minutes', { minutes, seconds: whole % 60 })
  return t('time.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}
