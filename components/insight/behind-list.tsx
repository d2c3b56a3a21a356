import type { Route } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import type { Params } from '@/components/insight/asked'
import { BehindHead } from '@/components/insight/behind-head'
import { Empty } from '@/components/ui/empty'
import { Pager } from '@/components/ui/pager'
import { firmsBehind } from '@/lib/evidence/queries'
import { formatNumber } from '@/lib/format'
import { nameIn } from '@/lib/i18n/name'
import { readableFilter } from '@/lib/insight/queries'
import { behindInput, queryOf } from '@/lib/insight/schema'

/** The firms behind one number of the insight page. */
export async function BehindList({ params }: { params: Params }) {
  const [t, locale, raw] = await Promise.all([getTranslations('insight.firms'), getLocale(), params])
  const asked = behindInput.parse(raw)
  const input = { ...asked, ...(await readableFilter(asked)) }
  const { firms, next, total } = await firmsBehind(input)
  const page = (after?: string) => `/insight/firms${queryOf(input, { ...input, after })}`
  return (
    <>
      <BehindHead input={input} />
      <section className="rounded-l border border-border bg-surface">
        <p role="status" className="border-b border-border px-4 py-2.5 text-table font-semibold">
          {t('count', { n: total, count: formatNumber(locale, total) })}
        </p>
        {firms.length === 0 ? (
          <Empty title={t('none')} />
        ) : (
          <table className="w-full border-collapse text-table max-tablet:block">
            <thead className="max-tablet:sr-only">
              <tr className="text-left text-small text-text-2">
                <th scope="col" className="h-8.5 border-b border-border px-4 font-semibold">
                  {t('name')}
                </th>
                <th scope="col" className="border-b border-border px-4 font-semibold">
                  {t('municipality')}
                </th>
                <th scope="col" className="border-b border-border px-4 font-semibold">
                  {t('sector')}
                </th>
              </tr>
            </thead>
            <tbody className="max-tablet:block">
              {firms.map((firm) => (
                <tr
                  key={firm.id}
                  className="border-b border-border last:border-b-0 hover:bg-hover max-tablet:flex max-tablet:flex-wrap max-tablet:gap-x-2 max-tablet:px-4 max-tablet:py-2"
                >
                  <th
                    scope="row"
                    className="h-10 px-4 text-left font-semibold max-tablet:h-auto max-tablet:w-full max-tablet:px-0"
                  >
                    <Link
                      href={`/firms/${firm.id}` as Route}
                      prefetch={false}
                      className="inline-flex min-h-6 items-center text-text underline decoration-border-strong underline-offset-2 wrap-anywhere hover:decoration-text"
                    >
                      {firm.name}
                    </Link>
                  </th>
                  <td className="px-4 text-text-2 max-tablet:px-0">{firm.municipality}</td>
                  <td className="px-4 text-text-2 max-tablet:px-0">
                    {nameIn(locale, { nameIt: firm.sectorIt, nameEn: firm.sectorEn })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {(next || input.after) && (
          <Pager
            label={t('pages')}
            previousLabel={t('first')}
            nextLabel={t('next')}
            previous={input.after ? page() : undefined}
            next={next ? page(next) : undefined}
          />
        )}
      </section>
    </>
  )
}
