'use client'
import { useTranslations } from 'next-intl'
import { useNeedTold } from '@/components/needs/use-need-told'
import { useVerb } from '@/components/today/use-verb'
import { FormNotice } from '@/components/ui/form-notice'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { assignNeed } from '@/lib/needs/actions'

type AssigneeSelectProps = {
  id: string
  version: number
  assigneeId: string | null
  users: { id: string; name: string }[]
}

export function AssigneeSelect({ id, version, assigneeId, users }: AssigneeSelectProps) {
  const t = useTranslations('needs')
  const verb = useVerb(assignNeed, {
    unsent: t('move.unsent'),
    onSaved: () => toast({ message: t('move.assigned'), tone: 'ok' }),
  })
  const told = useNeedTold(verb.state)
  return (
    <div className="flex flex-col gap-2 tablet:max-w-80">
      <FormNotice state={told.state} labels={told.labels} />
      <Select
        label={t('page.assignee')}
        value={assigneeId ?? 'nobody'}
        isDisabled={verb.isPending}
        onChange={(chosen) =>
          verb.send({ id, version: verb.version ?? version, assigneeId: chosen === 'nobody' ? null : chosen })
        }
        options={[
          { id: 'nobody', label: t('page.nobody') },
          ...users.map((user) => ({ id: user.id, label: user.name })),
        ]}
      />
    </div>
  )
}
