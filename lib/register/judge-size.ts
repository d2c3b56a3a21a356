import { sizeClassOf } from '@/lib/firms/rules'
import type { SizeClass } from '@/prisma/client/enums'

/** Staff classes of the start-up list. Source: legend of the official list. A, 0–4, lies across two of the product's. */
const STAFF_CLASSES: Record<string, SizeClass> = {
  B: 'staff_2_9',
  C: 'staff_10_49',
  D: 'staff_10_49',
  E: 'staff_50_plus',
  F: 'staff_50_plus',
}

type Staff = { dependent: number | null; independent: number | null; total: number | null; letter: string }

/** The product's class from what the file tells: a class of its own, both kinds of workers, or their sum. */
export function judgeSize({ dependent, independent, total, letter }: Staff): SizeClass {
  const stated = STAFF_CLASSES[letter.trim().toUpperCase()]
  if (stated) return stated
  return dependent === null && independent === null ? sizeClassOf(total, null) : sizeClassOf(dependent, independent)
}

/** Sections are letters, alone or in a row (`A`, `O-A`, `OA`); `REA` is none. */
export function isArtisan(artisanNumber: string, sections: string): boolean {
  if (/[^\s0]/.test(artisanNumber)) return true
  if (sections.length < 2) return sections === 'A'
  const letters = sections.toUpperCase().split(/[^A-Z]+/)
  return letters.some((token) => token !== 'REA' && token.includes('A') && token.length <= 4)
}
