import { formatDate } from '@/lib/format'
import type { PanelTable } from '@/lib/insight/figures'
import { behindQuery } from '@/lib/insight/schema'
import type { Words } from '@/lib/insight/sentences'
import { dateColumn } from '@/lib/today/rules'
import { SERIES, type Week } from '@/lib/trend/rules'

export function trendTable(t: Words, locale: string, weeks: Week[]): PanelTable {
  return {
    caption: t('trend.about'),
    head: t('trend.week'),
    columns: SERIES.map((series) => ({ name: t(`trend.series.${series}`), kind: 'count' })),
    rows: weeks.map((week) => ({
      key: week.monday,
      name: formatDate(locale, dateColumn(week.monday), 'day'),
      of: behindQuery({ week: week.monday, step: 'contacted' }),
      cells: SERIES.map((series) => week[series]),
    })),
  }
}
