import { MessagePage } from '@/components/shell/message-page'

export default function ForbiddenPage() {
  return <MessagePage kind="forbidden" />
}
