import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CorrectPanels } from '@/components/firms/correct-panels'
import { PhoneEditor } from '@/components/firms/phone-editor'
import { Card } from '@/components/ui/card'
import { Messages } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { inText, isCorrectable } from '@/lib/corrections/rules'
import { filterChoices } from '@/lib/firm-search/queries'
import { firmById } from '@/lib/firms/queries'
import { gate } from '@/lib/session'

/** Where a person puts right what the register has wrong. */
export async function CorrectFirm({ params }: { params: Promise<{ firmId: string }> }) {
  await gate('firms.write')
  const { firmId } = await params
  const firm = await firmById(firmId)
  if (!firm) notFound()
  const [t, { municipalities }] = await Promise.all([getTranslations('firms'), filterChoices()])
  const places = municipalities.map(({ istatCode, name }) => ({ id: istatCode, label: name }))
  const corrections = firm.corrections.flatMap(({ field, registerValue }) =>
    isCorrectable(field) ? [{ field, registerValue: inWords(field, registerValue) }] : [],
  )
  const crumb = (
    <Link href={`/firms/${firm.id}`} className="inline-flex min-h-6 items-center text-link underline">
      {t('correct.back')}
    </Link>
  )
  return (
    <Messages pick={['firms']}>
      <PageHead title={t('correct.title', { name: firm.name })} note={t('correct.note')} crumb={crumb} />
      <CorrectPanels
        firmId={firm.id}
        version={firm.version}
        was={inText(firm)}
        places={places}
        corrections={corrections}
        phones={
          <Card id="phones" title={t('phones.title')}>
            <PhoneEditor firmId={firm.id} phones={firm.phones} />
          </Card>
        }
      />
    </Messages>
  )

  function inWords(field: string, value: string | null) {
    return field === 'municipalityCode' ? (places.find(({ id }) => id === value)?.label ?? value) : value
  }
}
