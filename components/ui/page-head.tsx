import type { ReactNode } from 'react'

type PageHeadProps = { title: ReactNode; note?: ReactNode; crumb?: ReactNode; actions?: ReactNode }

/** The head of a page, with its only h1. */
export function PageHead({ title, note, crumb, actions }: PageHeadProps) {
  return (
    <header className="mb-3.5 flex flex-wrap items-start gap-x-4 gap-y-3">
      <div className="min-w-0 flex-1 basis-60">
        {crumb && <div className="mb-0.5 text-small text-text-3">{crumb}</div>}
        <h1 className="text-h1 font-bold break-words">{title}</h1>
        {note && <p className="text-table text-text-2">{note}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
    </header>
  )
}
