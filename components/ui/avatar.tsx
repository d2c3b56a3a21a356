import { classNames } from '@/components/ui/class-names'

const SIZES = {
  sm: 'size-6 text-[0.6875rem]',
  md: 'size-7 text-micro',
  lg: 'size-9 text-table',
}

const TONES = {
  plain: 'bg-tint-2 text-on-tint',
  /** On the band, which is dark in both themes. */
  band: 'bg-band-tint text-on-band-tint',
}

type AvatarProps = { name: string; size?: keyof typeof SIZES; tone?: keyof typeof TONES; className?: string }

/** First letters of the first and of the last name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0], words[words.length - 1]] : words
  return ends.map((word) => word?.charAt(0).toUpperCase()).join('')
}

/** Stands beside the name, which it does not replace. */
export function Avatar({ name, size = 'md', tone = 'plain', className }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={classNames(
        'grid shrink-0 place-items-center rounded-full font-semibold',
        TONES[tone],
        SIZES[size],
        className,
      )}
    >
      {initials(name)}
    </span>
  )
}
