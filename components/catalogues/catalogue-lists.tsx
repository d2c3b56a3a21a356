'use client'
import { useLocale, useTranslations } from 'next-intl'
import { CatalogueEditor } from '@/components/catalogues/catalogue-editor'
import { Chips } from '@/components/ui/chips'
import { useInBrowser } from '@/components/ui/in-browser'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { saveNeedTypes, saveOffices, saveServices } from '@/lib/catalogues/actions'
import type { NeedTypeList, ServiceList } from '@/lib/catalogues/schema'
import { nameIn } from '@/lib/i18n/name'

type Named = { id: string; nameIt: string; nameEn: string; retired: boolean }
type OfficesDraft = { version: number; rows: (Named & { answerDays: string })[] }

export function Offices({ list }: { list: OfficesDraft }) {
  const t = useTranslations('catalogues')
  return (
    <CatalogueEditor noun="offices" list={list} blank={{ answerDays: '14' }} save={saveOffices}>
      {({ row, change, field }) => (
        <TextField
          {...field('answerDays')}
          label={t('answerDays')}
          inputMode="numeric"
          value={row.answerDays}
          onChange={(answerDays) => change({ answerDays })}
          className="max-w-60"
        />
      )}
    </CatalogueEditor>
  )
}

export function Services({ list, offices }: { list: ServiceList; offices: Named[] }) {
  const t = useTranslations('catalogues')
  const locale = useLocale()
  const blank = { descriptionIt: '', descriptionEn: '', officeId: '' }
  return (
    <CatalogueEditor noun="services" list={list} blank={blank} save={saveServices}>
      {({ row, change, field }) => (
        <>
          {(['descriptionIt', 'descriptionEn'] as const).map((key) => (
            <TextField
              key={key}
              {...field(key)}
              label={t(key)}
              value={row[key]}
              onChange={(value) => change({ [key]: value })}
              maxLength={200}
              optional
            />
          ))}
          <Select
            {...field('officeId')}
            label={t('office')}
            options={offices
              .filter(({ id, retired }) => !retired || id === row.officeId)
              .map((office) => ({ id: office.id, label: nameIn(locale, office) }))}
            value={row.officeId || null}
            onChange={(officeId) => change({ officeId })}
          />
        </>
      )}
    </CatalogueEditor>
  )
}

export function NeedTypes({ list, services }: { list: NeedTypeList; services: Named[] }) {
  const t = useTranslations('catalogues')
  const locale = useLocale()
  // Each row has all services: they are drawn where somebody can press them, and not sent with the page.
  const inBrowser = useInBrowser()
  const blank = { shortIt: '', shortEn: '', serviceIds: [] }
  return (
    <CatalogueEditor noun="needTypes" list={list} blank={blank} save={saveNeedTypes}>
      {({ row, change, field }) => (
        <>
          {(['shortIt', 'shortEn'] as const).map((key) => (
            <TextField
              key={key}
              {...field(key)}
              label={t(key)}
              value={row[key]}
              onChange={(value) => change({ [key]: value })}
              maxLength={20}
            />
          ))}
          <div className="min-h-23 tablet:col-span-2">
            {inBrowser && (
              <Chips
                label={t('answeredBy')}
                options={services
                  .filter(({ id, retired }) => !retired || row.serviceIds.includes(id))
                  .map((service) => ({ id: service.id, label: nameIn(locale, service) }))}
                values={row.serviceIds}
                onChange={(serviceIds) => change({ serviceIds })}
              />
            )}
          </div>
        </>
      )}
    </CatalogueEditor>
  )
}
