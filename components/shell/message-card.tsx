'use client'
import { LinkButton } from '@/components/ui/link-button'

type MessageCardProps = { title: string; text: string; back: string }

/** Sent with every page, for the moment it is needed: so as words alone. */
export function MessageCard({ title, text, back }: MessageCardProps) {
  return (
    <section className="mx-auto flex max-w-130 flex-col items-start gap-3 py-10">
      <h1 className="text-h1 font-bold">{title}</h1>
      <p className="text-body text-text-2">{text}</p>
      <LinkButton href="/" variant="filled">
        {back}
      </LinkButton>
    </section>
  )
}
