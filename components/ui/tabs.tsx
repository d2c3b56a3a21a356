'use client'
import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'
import { classNames } from '@/components/ui/class-names'

type TabsProps = {
  label: string
  tabs: { id: string; label: string; count?: ReactNode; content: ReactNode }[]
  defaultTab?: string
  onChange?: (id: string) => void
  /** `pills` for a few words inside a card. */
  look?: 'line' | 'pills'
  className?: string
}

const TAB = {
  line: 'h-11 border-b-3 border-transparent px-2.5 text-body selected:border-primary tablet:h-9',
  pills: 'h-11 rounded-s px-2.25 text-small selected:bg-tint tablet:h-7',
}

export function Tabs({ label, tabs, defaultTab, onChange, look = 'line', className }: TabsProps) {
  return (
    <AriaTabs
      defaultSelectedKey={defaultTab}
      onSelectionChange={(key) => onChange?.(String(key))}
      className={className}
    >
      <TabList
        aria-label={label}
        className={classNames(
          'flex gap-1 overflow-x-auto overflow-y-hidden',
          look === 'line' && 'border-b border-border px-3 pt-2',
        )}
      >
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className={classNames(
              'flex shrink-0 cursor-pointer items-center gap-1.25 whitespace-nowrap text-text-2 focus-inset hover:text-text selected:font-semibold selected:text-on-tint',
              TAB[look],
            )}
          >
            {tab.label}
            {tab.count !== undefined && <span className="text-small font-normal text-text-3">{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
