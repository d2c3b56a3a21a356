import { ExportLink } from '@/components/exports/export-link'
import { listAddress } from '@/components/firms/firm-address'
import { campaignChoices } from '@/lib/campaigns/queries'
import type { FirmFilter } from '@/lib/firms/schema'

/** The firms of the list as a file; "contacted" means in the campaign at hand, as in the list. */
export async function FirmExport({ filter }: { filter: FirmFilter }) {
  const [first] = await campaignChoices()
  const address = listAddress({ ...filter, campaign: filter.campaign ?? first?.id })
  return <ExportLink what="firms" href={address.replace('/firms', '/api/exports/firms')} />
}
