import { Building2, Factory } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { localUnitsOf } from '@/lib/firms/queries'

export async function FirmUnits({ firmId }: { firmId: string }) {
  const [t, units] = await Promise.all([getTranslations('firms.units'), localUnitsOf(firmId)])
  const count = <span className="mr-1.5 text-small text-text-3">{units.length}</span>
  return (
    <Card id="units" title={t('title')} actions={units.length > 0 && count}>
      {units.length === 0 && <p className="text-table text-text-2">{t('none')}</p>}
      <ul className="flex flex-col divide-y divide-border text-table">
        {units.map((unit) => {
          const head = unit.unit === 'SEDE'
          const Icon = head ? Factory : Building2
          const kind = head ? t('head') : unit.kind?.toLowerCase()
          return (
            <li key={unit.id} className="flex gap-2.5 py-2 first:pt-0 last:pb-0">
              <Icon size={16} strokeWidth={1.75} aria-hidden className="mt-0.5 shrink-0 text-text-2" />
              <div className="min-w-0">
                <b className="font-semibold">{unit.municipality?.name ?? unit.municipalityName ?? t('unknownPlace')}</b>
                {kind && `, ${kind}`}
                {unit.address && <p className="text-small text-text-2">{unit.address}</p>}
              </div>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
