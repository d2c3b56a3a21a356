'use client'
import { Failure } from '@/components/shell/failure'

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="px-4">
      <Failure error={error} retry={retry} />
    </main>
  )
}
