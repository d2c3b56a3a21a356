import { Download } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { can } from '@/lib/permissions'
import { gate } from '@/lib/session'

type ExportLinkProps = { what: 'firms' | 'needs'; href: string }

/** The list as a file, with its filters; for those who may take all of it away. */
export async function ExportLink({ what, href }: ExportLinkProps) {
  const [actor, t] = await Promise.all([gate(), getTranslations('exports')])
  if (!can(actor, 'export.all')) return null
  return (
    <LinkButton href={href} download title={t('note')} icon={<Download size={16} strokeWidth={1.75} aria-hidden />}>
      {t(what)}
    </LinkButton>
  )
}
