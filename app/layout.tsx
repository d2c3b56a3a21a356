import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { latin, latinExt } from '@/components/shell/fonts'
import { LocaleProvider } from '@/components/shell/locale-provider'
import { Messages } from '@/components/ui/messages'
import { themeOf } from '@/lib/preferences/rules'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return {
    title: { default: 'Porta a Porta', template: '%s · Porta a Porta' },
    description: t('description'),
    robots: { index: false, follow: false },
  }
}

export const viewport: Viewport = {
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#004080' },
    { media: '(prefers-color-scheme: dark)', color: '#0a2a4d' },
  ],
}

export default async function RootLayout({ children }: LayoutProps<'/'>) {
  const [locale, jar] = await Promise.all([getLocale(), cookies()])
  return (
    <html
      lang={locale}
      data-theme={themeOf(jar.get('theme')?.value)}
      className={`${latin.variable} ${latinExt.variable}`}
    >
      <body className="font-sans">
        <Messages pick={['common', 'shell.notFound', 'shell.forbidden', 'shell.backToStart']}>
          <LocaleProvider locale={locale}>{children}</LocaleProvider>
        </Messages>
      </body>
    </html>
  )
}
