'use client'
import { RotateCcw } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { ThrowAway } from '@/components/register/confirm-card'
import { useImportVerb } from '@/components/register/use-import-verb'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { startChecking } from '@/lib/register/actions'

/** The file is still here: its dry run can be made again, or it is thrown away. With the columns goes their own button. */
export function RetryCard({ importId, mapping }: { importId: string; mapping: boolean }) {
  const t = useTranslations('register.confirm')
  const send = useImportVerb()
  const router = useRouter()
  const [refusal, setRefusal] = useState<string>()
  const [isPending, startTransition] = useTransition()
  return (
    <Card>
      {refusal && (
        <Notice tone="danger" role="alert" className="mb-3">
          {refusal}
        </Notice>
      )}
      <div className="flex flex-col gap-2 [&>*]:w-full">
        {!mapping && (
          <Button
            variant="filled"
            icon={<RotateCcw size={16} strokeWidth={1.75} aria-hidden />}
            isPending={isPending}
            onPress={() =>
              startTransition(async () => {
                const refused = await send(startChecking, { importId })
                setRefusal(refused)
                if (!refused) router.push(`/register/${importId}`)
              })
            }
          >
            {t('again')}
          </Button>
        )}
        {!mapping && <LinkButton href={`/register/${importId}/columns`}>{t('columns')}</LinkButton>}
        <ThrowAway importId={importId} />
      </div>
    </Card>
  )
}
