import 'server-only'
import { env } from '@/lib/env'
import { Counter, type Figures } from '@/lib/evidence/counter'
import { Copy } from '@/lib/evidence/keep'

const kept = globalThis as typeof globalThis & { figures?: Map<string, Figures> }

/**
 * Who answers in this process. Kept on `globalThis`: across hot reloads, and for all bundles of a process. A server says
 * who counts before it serves (`countIn`); elsewhere it is counted where it is asked.
 */
export function figuresHere(): Figures {
  kept.figures ??= new Map()
  const url = env.DATABASE_URL
  const figures = kept.figures.get(url) ?? new Counter(new Copy(url))
  kept.figures.set(url, figures)
  return figures
}

export function countIn(figures: Figures): void {
  kept.figures = new Map([[env.DATABASE_URL, figures]])
}
