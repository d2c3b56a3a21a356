import { MessagePage } from '@/components/shell/message-page'

export default function ForbiddenPage() {
  return (
    <main className="px-4">
      <MessagePage kind="forbidden" />
    </main>
  )
}
