import { BadgeCheck, CircleHelp, Globe, GraduationCap, Info, Landmark, type LucideIcon, Rocket } from 'lucide-react'

const ICONS: Record<string, LucideIcon> = {
  credit: Landmark,
  chamber_services: Info,
  training: GraduationCap,
  quality: BadgeCheck,
  new_business: Rocket,
  export: Globe,
}

/** The picture of a type of need, by its code; a question mark for types the Chamber added. */
export function NeedIcon({ code }: { code: string }) {
  const Icon = ICONS[code] ?? CircleHelp
  return (
    <span className="grid size-8 shrink-0 place-items-center rounded-m bg-tint text-on-tint">
      <Icon size={16} strokeWidth={1.75} aria-hidden />
    </span>
  )
}
