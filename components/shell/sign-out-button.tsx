'use client'
import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { forgetPreferences } from '@/lib/preferences/actions'

export function SignOutButton({ label }: { label: string }) {
  const [isPending, setPending] = useState(false)
  const leave = async () => {
    setPending(true)
    await forgetPreferences()
    const { signOut } = await import('next-auth/react')
    await signOut({ callbackUrl: '/sign-in' })
  }
  return (
    <Button
      className="w-full"
      isPending={isPending}
      onPress={leave}
      icon={<LogOut size={16} strokeWidth={1.75} aria-hidden />}
    >
      {label}
    </Button>
  )
}
