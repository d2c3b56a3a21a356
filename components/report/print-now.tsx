'use client'
import { Printer } from 'lucide-react'
import { Button } from '@/components/ui/button'

export function PrintNow({ label }: { label: string }) {
  return (
    <Button variant="filled" icon={<Printer size={16} strokeWidth={1.75} aria-hidden />} onPress={() => window.print()}>
      {label}
    </Button>
  )
}
