'use client'
import { changeTheme, useChosenTheme } from '@/components/shell/theme'
import { Segmented } from '@/components/ui/segmented'
import { THEMES, themeOf } from '@/lib/preferences/rules'

type ThemeChoiceProps = { label: string; names: Record<(typeof THEMES)[number], string> }

export function ThemeChoice({ label, names }: ThemeChoiceProps) {
  const theme = useChosenTheme()
  return (
    <Segmented
      full
      label={label}
      options={THEMES.map((id) => ({ id, label: names[id] }))}
      value={theme}
      onChange={(id) => changeTheme(themeOf(id))}
    />
  )
}
