import { ViewsButton } from '@/components/insight/views-button'
import { savedViews } from '@/lib/insight-views/queries'

export async function SavedViews() {
  return <ViewsButton views={await savedViews()} />
}
