import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { readableFilter } from '@/lib/insight/queries'
import { otherSide, secondFilter } from '@/lib/insight/schema'

export type Params = Promise<Record<string, string | string[] | undefined>>

/** The filter in the address, parsed once a request: all panels ask with the same object, and so share their answers. */
export const askedFilter = cache(async (params: Params) => readableFilter(await params))

/** The filter of the other side of a comparison; null where nothing is compared. */
export const askedSecond = cache(async (params: Params) =>
  secondFilter(await askedFilter(params), otherSide.parse(await params)),
)

/** What each panel begins with. */
export async function panelContext(params: Params) {
  const [t, locale, filter] = await Promise.all([getTranslations('insight'), getLocale(), askedFilter(params)])
  return { t, locale, filter }
}
