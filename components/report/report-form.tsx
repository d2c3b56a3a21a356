'use client'
import { FileText, FileType, Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import type { Chapter } from '@/lib/report/schema'

type ReportFormProps = { carried: [string, string][]; chapters: Chapter[]; author: string; locale: string }

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** A plain form: what is chosen becomes the address of the page, the PDF or the Word document. */
export function ReportForm({ carried, chapters, author, locale }: ReportFormProps) {
  const t = useTranslations('report')
  return (
    <form action="/report" method="get" className="flex flex-col gap-4">
      {carried.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField name="title" label={t('form.title')} defaultValue={t('defaultTitle')} maxLength={120} />
      <TextField name="author" label={t('form.author')} defaultValue={author} maxLength={80} />
      <Select
        name="lang"
        label={t('form.lang')}
        defaultValue={locale}
        options={(['it', 'en'] as const).map((id) => ({ id, label: t(`form.langs.${id}`) }))}
      />
      <fieldset>
        <legend className="text-table font-semibold tablet:text-small">{t('form.chapters')}</legend>
        <div className="grid tablet:grid-cols-2">
          {chapters.map((chapter) => (
            <Checkbox key={chapter} name="chapter" value={chapter} defaultSelected>
              {t(`chapters.${chapter}`)}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="filled" icon={<Printer {...ICON} />}>
          {t('form.print')}
        </Button>
        <Button type="submit" formAction="/api/report/pdf" icon={<FileText {...ICON} />}>
          {t('form.pdf')}
        </Button>
        <Button type="submit" formAction="/api/report/docx" icon={<FileType {...ICON} />}>
          {t('form.docx')}
        </Button>
      </div>
    </form>
  )
}
