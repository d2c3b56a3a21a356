'use client'
import { Copy, Mail } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { LinkButton } from '@/components/ui/link-button'
import { Segmented } from '@/components/ui/segmented'
import { TextField } from '@/components/ui/text-field'
import { toast } from '@/components/ui/toast'
import { mailtoOf } from '@/lib/appointments/rules'

type Draft = { locale: string; subject: string; body: string }
type MessageDialogProps = { firmName: string; to: string; drafts: Draft[] }

const LANGUAGES = [
  { id: 'it', label: 'Italiano' },
  { id: 'en', label: 'English' },
]

export function MessageDialog({ firmName, to, drafts }: MessageDialogProps) {
  const t = useTranslations('today.message')
  return (
    <Dialog
      trigger={
        <Button
          variant="ghost"
          size="sm"
          icon={<Mail size={16} strokeWidth={1.75} aria-hidden />}
          aria-label={t('openFor', { name: firmName })}
        >
          {t('open')}
        </Button>
      }
      title={t('title', { name: firmName })}
    >
      {() => <MessageForm to={to} drafts={drafts} />}
    </Dialog>
  )
}

/** Each language keeps what was changed in it. Italian first on every screen: it is the firm's language. */
function MessageForm({ to, drafts }: Omit<MessageDialogProps, 'firmName'>) {
  const t = useTranslations('today.message')
  const [written, setWritten] = useState(drafts)
  const [language, choose] = useState('it')
  const draft = written.find(({ locale }) => locale === language) ?? { locale: language, subject: '', body: '' }
  const change = (part: Partial<Draft>) =>
    setWritten(written.map((one) => (one.locale === language ? { ...one, ...part } : one)))
  const copy = () =>
    navigator.clipboard.writeText(`${draft.subject}\n\n${draft.body}`).then(
      () => toast({ message: t('copied'), tone: 'ok' }),
      () => toast({ message: t('copyFailed'), tone: 'danger' }),
    )
  return (
    <div className="flex flex-col gap-3">
      <p className="text-table text-text-2">{t('note')}</p>
      <Segmented full label={t('language')} value={language} onChange={choose} options={LANGUAGES} />
      <TextField label={t('subject')} value={draft.subject} onChange={(subject) => change({ subject })} />
      <TextField label={t('body')} multiline rows={12} value={draft.body} onChange={(body) => change({ body })} />
      <div className="mt-1 flex flex-wrap justify-end gap-2">
        <Button onPress={copy} icon={<Copy size={16} strokeWidth={1.75} aria-hidden />}>
          {t('copy')}
        </Button>
        <LinkButton
          variant="filled"
          href={mailtoOf(to, draft.subject, draft.body)}
          icon={<Mail size={16} strokeWidth={1.75} aria-hidden />}
        >
          {t('mail')}
        </LinkButton>
      </div>
    </div>
  )
}
