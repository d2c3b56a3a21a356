'use client'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Popover,
} from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { POPOVER } from '@/components/ui/popover-styles'

const ARROW =
  'grid size-11 cursor-pointer place-items-center rounded-m text-text-2 hover:bg-hover disabled:text-text-3 tablet:size-9'
const DAY =
  'grid size-11 cursor-pointer place-items-center rounded-m text-body hover:bg-hover selected:bg-primary selected:font-semibold selected:text-on-primary disabled:cursor-not-allowed disabled:text-text-3 disabled:line-through unavailable:cursor-not-allowed unavailable:text-text-3 unavailable:line-through outside-month:hidden tablet:size-9 tablet:text-table'

/** The month beneath a date field; the week begins on Monday. */
export function CalendarPopover() {
  return (
    <Popover offset={4} className={POPOVER}>
      <Dialog className="p-2 outline-none">
        <Calendar firstDayOfWeek="mon">
          <header className="mb-1 flex items-center justify-between">
            <Button slot="previous" className={ARROW}>
              <ChevronLeft size={16} strokeWidth={1.75} aria-hidden />
            </Button>
            <Heading className="text-table font-semibold first-letter:uppercase" />
            <Button slot="next" className={ARROW}>
              <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
            </Button>
          </header>
          <CalendarGrid weekdayStyle="short">
            <CalendarGridHeader>
              {(day) => <CalendarHeaderCell className="text-micro font-semibold text-text-3">{day}</CalendarHeaderCell>}
            </CalendarGridHeader>
            <CalendarGridBody>{(date) => <CalendarCell date={date} className={DAY} />}</CalendarGridBody>
          </CalendarGrid>
        </Calendar>
      </Dialog>
    </Popover>
  )
}
