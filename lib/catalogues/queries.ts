import 'server-only'
import { needTypesIn, officesIn, servicesIn, versionOf } from '@/lib/catalogues/mutations'
import { db } from '@/lib/db'
import { gate } from '@/lib/session'

/** Offices, services and need types, retired ones too, each list with the version its form sends back. */
export async function catalogues() {
  await gate('chamber.write')
  const [offices, services, needTypes] = await Promise.all([officesIn(db), servicesIn(db), needTypesIn(db)])
  return {
    offices: { rows: offices, version: versionOf(offices) },
    services: { rows: services, version: versionOf(services) },
    needTypes: { rows: needTypes, version: versionOf(needTypes) },
  }
}
