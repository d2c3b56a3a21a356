import { PencilLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

type FactProps = {
  term: string
  below?: ReactNode
  /** Marks what people corrected, with what the register says. */
  corrections?: { registerValue: string | null }[]
  children: ReactNode
}

/** One line of a list of facts; none where nothing is known. */
export function Fact({ term, below, corrections = [], children }: FactProps) {
  const t = useTranslations('firms.facts')
  if (!children && corrections.length === 0) return null
  const said = corrections.map(({ registerValue }) => registerValue ?? t('nothing')).join(', ')
  return (
    <div className="grid grid-cols-[7rem_1fr] gap-2">
      <dt className="text-text-2">{term}</dt>
      <dd className="min-w-0 break-words">
        {children}
        {below && <span className="block text-small text-text-2">{below}</span>}
        {corrections.length > 0 && (
          <span className="flex items-start gap-1 text-small text-text-2">
            <PencilLine size={14} strokeWidth={1.75} aria-hidden className="mt-0.5 shrink-0" />
            {t('corrected', { value: said })}
          </span>
        )}
      </dd>
    </div>
  )
}
