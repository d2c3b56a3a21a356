import type { ReactNode } from 'react'

/** What one outcome asks for more. */
export function Box({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className="rounded-l border border-border bg-canvas px-3 pt-2.5 pb-3">
      <h3 className="mb-1.5 flex items-center justify-between gap-2 text-table font-semibold">
        {title}
        {note && <span className="text-small font-normal text-text-3">{note}</span>}
      </h3>
      {children}
    </section>
  )
}
