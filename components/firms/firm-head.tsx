import { Factory, PencilLine, Phone, PhoneCall } from 'lucide-react'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { ContactState } from '@/components/firms/contact-state'
import { FlagTags, StatusTag } from '@/components/firms/firm-tags'
import { LinkButton } from '@/components/ui/link-button'
import { PageHead } from '@/components/ui/page-head'
import { Tag } from '@/components/ui/tag'
import { type firmById, pathOf } from '@/lib/firms/queries'
import { formatPhone } from '@/lib/firms/rules'
import { nameIn } from '@/lib/i18n/name'
import { blockedNumbers } from '@/lib/oppositions/queries'
import { can } from '@/lib/permissions'
import { gate } from '@/lib/session'

type Firm = NonNullable<Awaited<ReturnType<typeof firmById>>>

/** Who it is, whether it may be called, and what one can do next. */
export async function FirmHead({ firm }: { firm: Firm }) {
  const [t, locale, actor, { assignment }, blocked] = await Promise.all([
    getTranslations('firms'),
    getLocale(),
    gate('firms.read'),
    pathOf(firm.id),
    blockedNumbers(firm.id),
  ])
  const phone = firm.phones.find(({ e164, struckAt }) => e164 && !struckAt && !blocked.includes(e164))?.e164
  const place = firm.municipality?.name ?? firm.municipalityName
  const crumb = (
    <nav aria-label={t('page.crumb')}>
      <Link href="/firms" className="inline-flex min-h-6 items-center text-link underline">
        {t('title')}
      </Link>
      {[nameIn(locale, firm.sector), place].filter(Boolean).map((part) => ` / ${part}`)}
    </nav>
  )
  const tags = (
    <span className="mt-1 flex flex-wrap gap-1.5">
      <StatusTag status={firm.status} />
      <FlagTags firm={firm} />
      <ContactState firm={firm} brief />
      {assignment && <Tag tone="outline">{t('page.campaign', { name: assignment.campaign.name })}</Tag>}
    </span>
  )
  const desk = can(actor, 'calls.log') && !firm.doNotContactSince && assignment && LIVE.has(assignment.state)
  const actions = (
    <>
      {phone && !firm.doNotContactSince && (
        <LinkButton
          href={`tel:${phone}`}
          variant={desk ? 'outline' : 'filled'}
          icon={<Phone size={16} strokeWidth={1.75} aria-hidden />}
        >
          {t('page.call', { phone: formatPhone(phone) })}
        </LinkButton>
      )}
      {desk && (
        <LinkButton
          href={`/calls?campaign=${assignment.campaign.id}&firm=${firm.id}`}
          variant="filled"
          icon={<PhoneCall size={16} strokeWidth={1.75} aria-hidden />}
        >
          {t('page.desk')}
        </LinkButton>
      )}
      {can(actor, 'firms.write') && (
        <LinkButton href={`/firms/${firm.id}/correct`} icon={<PencilLine size={16} strokeWidth={1.75} aria-hidden />}>
          {t('page.edit')}
        </LinkButton>
      )}
    </>
  )
  return (
    <div className="flex gap-4">
      <span className="mt-7 hidden size-12 shrink-0 place-items-center rounded-l bg-tint text-on-tint tablet:grid">
        <Factory size={24} strokeWidth={1.75} aria-hidden />
      </span>
      <div className="min-w-0 flex-1">
        <PageHead title={firm.name} crumb={crumb} note={tags} actions={actions} />
      </div>
    </div>
  )
}

/** States in which the desk still has something to do with the firm. */
const LIVE = new Set(['to_call', 'callback', 'appointment'])
