import { ChamberForm } from '@/components/chamber/chamber-form'
import { Card } from '@/components/ui/card'
import { Messages } from '@/components/ui/messages'
import { Skeleton } from '@/components/ui/skeleton'
import { chamberSettings } from '@/lib/chamber/queries'

export async function ChamberSettingsCard() {
  const settings = await chamberSettings()
  return (
    <Messages pick={['chamber']}>
      <Card className="py-2">
        <ChamberForm settings={settings} />
      </Card>
    </Messages>
  )
}

export function ChamberSkeleton() {
  return (
    <Card className="py-2">
      <Skeleton className="my-3 h-14 max-w-160" />
      <Skeleton className="my-3 h-14 max-w-80" />
      <Skeleton className="my-3 h-64 max-w-160" />
    </Card>
  )
}
