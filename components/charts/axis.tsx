'use client'

/** Lines at every whole step up to `end` (shares between 0 and 1): at most five, and the last not beyond it. */
export function linesUpTo(end: number): number[] {
  const step = stepOf(end)
  return Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, i) => i * step)
}

export const stepOf = (highest: number) => [0.05, 0.1, 0.2, 0.25].find((size) => highest / size <= 4) ?? 0.25

type LinesProps = { lines: number[]; at: (share: number) => string; percent: (share: number) => string }

export function Lines({ lines, at, percent }: LinesProps) {
  return lines.map((line) => (
    <span key={line} style={{ left: at(line) }}>
      <i>{percent(line)}</i>
    </span>
  ))
}
