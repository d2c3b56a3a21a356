import type activity from './it/activity.json'
import type api from './it/api.json'
import type ateco from './it/ateco.json'
import type boundaries from './it/boundaries.json'
import type calls from './it/calls.json'
import type campaigns from './it/campaigns.json'
import type catalogues from './it/catalogues.json'
import type chamber from './it/chamber.json'
import type columns from './it/columns.json'
import type common from './it/common.json'
import type diary from './it/diary.json'
import type exports from './it/exports.json'
import type feeds from './it/feeds.json'
import type firms from './it/firms.json'
import type insight from './it/insight.json'
import type needs from './it/needs.json'
import type opendata from './it/opendata.json'
import type oppositions from './it/oppositions.json'
import type refusals from './it/refusals.json'
import type register from './it/register.json'
import type reminders from './it/reminders.json'
import type report from './it/report.json'
import type scripts from './it/scripts.json'
import type sectors from './it/sectors.json'
import type shell from './it/shell.json'
import type today from './it/today.json'
import type tokens from './it/tokens.json'
import type users from './it/users.json'
import type visits from './it/visits.json'

declare module 'next-intl' {
  interface AppConfig {
    Locale: 'it' | 'en'
    Messages: {
      activity: typeof activity
      chamber: typeof chamber
      api: typeof api
      calls: typeof calls
      campaigns: typeof campaigns
      columns: typeof columns
      oppositions: typeof oppositions
      scripts: typeof scripts
      common: typeof common
      diary: typeof diary
      feeds: typeof feeds
      exports: typeof exports
      firms: typeof firms
      boundaries: typeof boundaries
      insight: typeof insight
      needs: typeof needs
      opendata: typeof opendata
      refusals: typeof refusals
      register: typeof register
      sectors: typeof sectors
      catalogues: typeof catalogues
      reminders: typeof reminders
      ateco: typeof ateco
      report: typeof report
      shell: typeof shell
      today: typeof today
      tokens: typeof tokens
      users: typeof users
      visits: typeof visits
    }
  }
}
