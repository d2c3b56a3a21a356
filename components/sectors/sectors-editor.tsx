'use client'
import { Plus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { SectorMoves } from '@/components/sectors/sector-moves'
import { type EditedSector, SectorRow } from '@/components/sectors/sector-row'
import { useSending } from '@/components/sectors/use-sending'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { FormNotice } from '@/components/ui/form-notice'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { formatNumber } from '@/lib/format'
import { saveSectors, tellSectorMoves } from '@/lib/sectors/actions'
import type { Moves } from '@/lib/sectors/queries'

type SectorsEditorProps = { list: { version: number; restId: string; sectors: EditedSector[] } }

/** The whole list as a draft: what would move is shown first, then everything is saved at once. */
export function SectorsEditor({ list }: SectorsEditorProps) {
  const t = useTranslations('sectors')
  const locale = useLocale()
  const [sectors, setSectors] = useState(list.sectors)
  const [restId, setRestId] = useState(list.restId)
  const [moves, setMoves] = useState<Moves | null>(null)
  const { state, errors, isPending, send } = useSending()
  const version = (state.status === 'rejected' && state.conflict?.version) || list.version
  const draft = () => ({ version, restId, sectors: sectors.map(({ firms: _, ...sector }) => sector) })
  const edit = (change: () => void) => {
    setMoves(null)
    change()
  }
  const swap = (i: number, j: number) => {
    const [one, other] = [sectors[i], sectors[j]]
    if (one && other) edit(() => setSectors(sectors.with(i, other).with(j, one)))
  }
  const add = () => {
    const blank = { id: uuidv7(), nameIt: '', nameEn: '', retired: false, prefixes: '', firms: null }
    edit(() => setSectors([...sectors, blank]))
  }
  const save = () =>
    send(saveSectors, draft(), ({ moved, later }) => {
      setMoves(null)
      toast({
        message: t(later ? 'savedMoving' : 'saved', { count: moved, shown: formatNumber(locale, moved) }),
        tone: 'ok',
      })
    })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (moves) save()
        else send(tellSectorMoves, draft(), setMoves)
      }}
      className="flex flex-col gap-3.5"
    >
      <FormNotice state={state} labels={labelsOf(sectors)} />
      <Card id="sectors" title={t('list')} reading={t('version')}>
        <ol className="flex flex-col divide-y divide-border">
          {sectors.map((sector, i) => (
            <SectorRow
              key={sector.id}
              sector={sector}
              place={i}
              last={i === sectors.length - 1}
              errors={errors}
              onChange={(next) => edit(() => setSectors(sectors.with(i, next)))}
              onMove={(by) => swap(i, i + by)}
              onRemove={() => edit(() => setSectors(sectors.toSpliced(i, 1)))}
            />
          ))}
        </ol>
        <div className="mt-3 flex flex-wrap items-end justify-between gap-3">
          <Select
            label={t('rest')}
            options={sectors.filter(({ retired }) => !retired).map(({ id, nameIt }) => ({ id, label: nameIt || '–' }))}
            value={restId}
            onChange={(id) => edit(() => setRestId(id))}
            className="w-80 max-w-full"
          />
          <Button variant="ghost" onPress={add} icon={<Plus size={16} strokeWidth={1.75} aria-hidden />}>
            {t('add')}
          </Button>
        </div>
      </Card>
      {moves && <SectorMoves moves={moves} names={labelsById(sectors)} />}
      <Button type="submit" variant="filled" isPending={isPending} className="self-start">
        {!moves && t('preview')}
        {moves && moves.moved === 0 && t('save')}
        {moves && moves.moved > 0 && t('saveAndMove', { count: moves.moved, shown: formatNumber(locale, moves.moved) })}
      </Button>
    </form>
  )
}

const labelsById = (sectors: EditedSector[]) => new Map(sectors.map(({ id, nameIt }) => [id, nameIt]))

/** Where a field is refused, the sector is named. */
function labelsOf(sectors: EditedSector[]): Record<string, string> {
  return Object.fromEntries(
    sectors.flatMap(({ nameIt }, i) =>
      ['nameIt', 'nameEn', 'prefixes'].map((field) => [`sectors.${i}.${field}`, nameIt || String(i + 1)]),
    ),
  )
}
