'use client'
import { Moon, Sun } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { changeTheme, useIsDark } from '@/components/shell/theme'

type ThemeButtonProps = { className: string; toDark: string; toLight: string }

export function ThemeButton({ className, toDark, toLight }: ThemeButtonProps) {
  const dark = useIsDark()
  const Icon = dark ? Sun : Moon
  return (
    <Button
      className={className}
      aria-label={dark ? toLight : toDark}
      onPress={() => changeTheme(dark ? 'light' : 'dark')}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden />
    </Button>
  )
}
