import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { classNames } from '@/components/ui/class-names'

const TONES = {
  info: { look: 'bg-tint text-on-tint', Icon: Info },
  ok: { look: 'bg-ok-tint text-ok-text', Icon: CircleCheck },
  warn: { look: 'bg-warn-tint text-warn-text', Icon: TriangleAlert },
  danger: { look: 'bg-danger-tint text-danger-text', Icon: CircleAlert },
}

type NoticeProps = {
  tone?: keyof typeof TONES
  icon?: ReactNode
  title?: ReactNode
  /** `alert` interrupts a screen reader, `status` waits; none where the notice was there from the start. */
  role?: 'alert' | 'status'
  ref?: Ref<HTMLDivElement>
  tabIndex?: number
  className?: string
  children?: ReactNode
}

export function Notice({ tone = 'info', icon, title, className, children, ...rest }: NoticeProps) {
  const { look, Icon } = TONES[tone]
  return (
    <div
      {...rest}
      className={classNames(
        'flex items-start gap-2.5 rounded-m px-3 py-2.5 text-table [&_a]:text-inherit',
        look,
        className,
      )}
    >
      <span className="mt-0.5 shrink-0" aria-hidden>
        {icon ?? <Icon size={16} strokeWidth={1.75} />}
      </span>
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  )
}
