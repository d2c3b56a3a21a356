'use client'
import { CalendarPlus, Unlink } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { MadeFeed } from '@/components/feeds/made-feed'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { FormNotice } from '@/components/ui/form-notice'
import { toast } from '@/components/ui/toast'
import { saveFeedRevoked, saveNewFeed } from '@/lib/feeds/actions'
import { type FormState, IDLE } from '@/lib/form-state'

/** Makes the secret address, shows it once, makes another, takes it back. */
export function FeedAddress({ exists }: { exists: boolean }) {
  const t = useTranslations('feeds')
  const [made, setMade] = useState<FormState<{ secret: string }>>(IDLE)
  const [isPending, setPending] = useState(false)
  const icon = <CalendarPlus size={16} strokeWidth={1.75} aria-hidden />

  const make = async () => {
    const next = await saveNewFeed(IDLE, {}).catch(() => unsent(t('unsent')))
    setMade(next)
    return next.status === 'rejected' ? next.message : undefined
  }
  const makeFirst = async () => {
    setPending(true)
    await make()
    setPending(false)
  }
  const revoke = async () => {
    const next = await saveFeedRevoked(IDLE, {}).catch(() => unsent(t('unsent')))
    if (next.status === 'rejected') return next.message
    setMade(IDLE)
    toast({ message: t('revoked'), tone: 'ok' })
  }
  return (
    <div className="flex flex-col gap-3">
      {made.status === 'rejected' && <FormNotice state={made} labels={{}} />}
      {made.status === 'saved' && <MadeFeed key={made.result.secret} secret={made.result.secret} />}
      <div className="flex flex-wrap gap-2">
        {exists ? (
          <>
            <ConfirmDialog
              tone="primary"
              title={t('remakeQuestion')}
              confirmLabel={t('remake')}
              onConfirm={make}
              trigger={<Button icon={icon}>{t('remake')}</Button>}
            >
              {t('remakeNote')}
            </ConfirmDialog>
            <ConfirmDialog
              title={t('revokeQuestion')}
              confirmLabel={t('revoke')}
              onConfirm={revoke}
              trigger={
                <Button variant="danger" icon={<Unlink size={16} strokeWidth={1.75} aria-hidden />}>
                  {t('revoke')}
                </Button>
              }
            >
              {t('revokeNote')}
            </ConfirmDialog>
          </>
        ) : (
          <Button icon={icon} isPending={isPending} onPress={makeFirst}>
            {t('make')}
          </Button>
        )}
      </div>
    </div>
  )
}

const unsent = (message: string) => ({ status: 'rejected' as const, message, fieldErrors: {}, values: {} })
