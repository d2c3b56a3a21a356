import { MessagePage } from '@/components/shell/message-page'

export default function NotFoundPage() {
  return (
    <main className="px-4">
      <MessagePage kind="notFound" />
    </main>
  )
}
