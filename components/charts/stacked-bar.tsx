export type StackPart = { key: string; share: number /** A background class of the tokens. */; look: string }

/** One bar of parts that make up the whole, two pixels apart. */
export function StackedBar({ label, parts }: { label: string; parts: StackPart[] }) {
  return (
    <div role="img" aria-label={label} className="flex h-5.5 gap-0.5">
      {parts
        .filter(({ share }) => share > 0)
        .map((part) => (
          <span key={part.key} className={`min-w-0.5 rounded-[2px] ${part.look}`} style={{ flex: part.share }} />
        ))}
    </div>
  )
}
