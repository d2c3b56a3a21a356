import { MessagePage } from '@/components/shell/message-page'

export default function NotFoundPage() {
  return <MessagePage kind="notFound" />
}
