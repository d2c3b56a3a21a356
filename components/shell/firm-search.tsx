'use client'
import { Search } from 'lucide-react'
import type { Route } from 'next'
import Form from 'next/form'
import { Kbd } from '@/components/ui/kbd'

/** The one search box: works as a plain form, and leads to the list of firms. */
export function FirmSearch({ label, placeholder }: { label: string; placeholder: string }) {
  return (
    <search className="flex min-w-0 flex-1 justify-center">
      <Form
        action={'/firms' as Route}
        className="ring-within flex h-9 w-full max-w-100 items-center gap-2 rounded-m border border-on-band/45 bg-on-band/10 pr-2 pl-2.5 text-table tablet:h-8"
      >
        <Search size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />
        <input
          id="firm-search"
          type="search"
          name="q"
          autoComplete="off"
          enterKeyHint="search"
          maxLength={100}
          aria-label={label}
          aria-keyshortcuts="Control+K"
          placeholder={placeholder}
          className="h-full w-full min-w-0 flex-1 bg-transparent text-ellipsis placeholder:text-on-band/90"
        />
        <span aria-hidden className="hidden shrink-0 gap-1 desk:flex">
          <Kbd tone="onColour">Ctrl</Kbd>
          <Kbd tone="onColour">K</Kbd>
        </span>
      </Form>
    </search>
  )
}
