'use client'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { ListBoxItem } from 'react-aria-components/ListBox'
import { Text } from 'react-aria-components/Text'

export type Option = { id: string; label: string; description?: string }

export const MENU_ITEM =
  'flex min-h-11 cursor-pointer items-center gap-2 rounded-m px-2.5 py-1.5 text-body text-text no-underline outline-none focused:bg-hover focus-visible:bg-hover disabled:text-text-3 tablet:min-h-9 tablet:text-table'

export function OptionItem({ option, icon }: { option: Option; icon?: ReactNode }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      className={`${MENU_ITEM} selected:bg-tint selected:text-on-tint`}
    >
      {({ isSelected }) => (
        <>
          {icon}
          <span className="min-w-0 flex-1">
            <Text slot="label" className={isSelected ? 'block font-semibold' : 'block'}>
              {option.label}
            </Text>
            {option.description && (
              <Text slot="description" className="block text-small text-text-2">
                {option.description}
              </Text>
            )}
          </span>
          {isSelected && <Check size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />}
        </>
      )}
    </ListBoxItem>
  )
}
