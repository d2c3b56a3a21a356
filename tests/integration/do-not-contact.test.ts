import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { makeCampaign } from '@/lib/campaigns/mutations'
import { newCampaign } from '@/lib/campaigns/schema'
import { db } from '@/lib/db'
import { exportFirms } from '@/lib/exports/mutations'
import { type CellWords, FIRM_COLUMNS } from '@/lib/exports/rules'
import { stopContacting } from '@/lib/firms/mutations'
import { firmFilter } from '@/lib/firms/schema'
import { takeFirm, takeNextFirm } from '@/lib/leases/mutations'
import { firmOnTelephone } from '@/lib/leases/queries'
import { exportNumbers } from '@/lib/oppositions/mutations'
import type { Actor } from '@/lib/permissions'
import { queueOf } from '@/lib/queue/queries'
import { actAs } from '@/lib/session'
import type { Firm } from '@/prisma/client/client'
import { inventedPartitaIva } from '@/prisma/demo/identifiers'
import { campaign } from '@/tests/support/campaigns'
import { firm } from '@/tests/support/firms'
import { person } from '@/tests/support/people'
import { importContent, list, SITES } from '@/tests/support/register-import'

/** A firm that asked to be left alone, everywhere a firm is dealt with; each of these would go through without the flag. */
let giulia: Actor
let manager: Actor
let quiet: Firm
let open: Firm
beforeEach(async () => {
  giulia = await person('promoter')
  manager = await person('manager')
  quiet = await firm()
  open = await firm()
})

const stop = () => stopContacting(giulia, { firmId: quiet.id, reason: 'Lo ha chiesto', channel: 'visit' })

describe('a firm that is not to be contacted', () => {
  test('in a draw: is not drawn, neither as a sample nor on a plain list', async () => {
    const there = { municipalityCode: '059032' }
    quiet = await firm(there)
    open = await firm(there)
    await stop()
    const wish = (rest: object) =>
      newCampaign.parse({
        ...{ id: uuidv7(), name: 'Campione', startsOn: '2026-03-01', endsOn: '2026-08-31', targetCalls: 2 },
        ...{ targetVisits: 1, promoterIds: [giulia.id], filter: 'municipality=059032', ...rest },
      })
    for (const rest of [{}, { seed: 1, draw: { by: ['sector'], allocation: 'proportional', total: 1 } }]) {
      const { id } = await makeCampaign(manager, wish(rest))
      const rows = await db.assignment.findMany({ where: { campaignId: id } })
      expect(rows.map(({ firmId }) => firmId)).toEqual([open.id])
      await db.assignment.deleteMany()
    }
  })

  test('at the desk: stands struck through in the queue, and is neither next nor to be opened', async () => {
    const { id } = (await campaign({ promoters: [giulia], firms: [quiet, open] })).campaign
    await stop()
    const rows = await actAs(giulia, () => queueOf(id, { whole: false }))
    expect(rows.find(({ kind }) => kind === 'listed')?.firmName).toBe(open.name)
    expect(rows.filter(({ firmName, kind }) => firmName === quiet.name && kind !== 'excluded')).toEqual([])
    expect(await takeNextFirm(giulia, id)).toMatchObject({ firmId: open.id })
    const assignment = await db.assignment.findFirstOrThrow({ where: { firmId: quiet.id } })
    await expect(takeFirm(giulia, assignment.id)).rejects.toMatchObject({ key: 'firmNotCallable' })
  })

  test('in the dial link: has no number to dial from the moment it said so, also on the telephone', async () => {
    const { id } = (await campaign({ promoters: [giulia], firms: [quiet] })).campaign
    await takeNextFirm(giulia, id)
    // The flag alone, as another process may write it while the desk is open.
    await db.firm.update({ where: { id: quiet.id }, data: { doNotContactSince: new Date() } })
    expect(await actAs(giulia, () => firmOnTelephone(id))).toMatchObject({ numbers: [], phones: [] })
    await stop()
    expect(await actAs(giulia, () => firmOnTelephone(id))).toBeNull()
  })

  test('in an export: leaves with no way to reach it, and its number is not sent to be checked', async () => {
    const { id } = (await campaign({ promoters: [giulia], firms: [quiet, open] })).campaign
    await db.firm.update({ where: { id: quiet.id }, data: { pec: 'quiet@pec.example', doNotContactSince: new Date() } })
    const [known] = await db.firmPhone.findMany({ where: { firmId: quiet.id } })
    const national = known?.e164?.slice(3) ?? 'none'
    expect(await exportNumbers(manager, id)).not.toContain(national)
    let text = ''
    const same = (word: string) => word
    const cells: CellWords = {
      ...{ nameOf: () => '', status: same, size: same, level: same, priority: same, needStatus: same, said: same },
      ...{ contact: String, yes: 'yes', no: 'no' },
    }
    for await (const lines of await exportFirms(manager, firmFilter.parse({}), {
      heads: [...FIRM_COLUMNS],
      cells,
    }))
      text += new TextDecoder().decode(lines)
    expect(text).toContain(quiet.codiceFiscale)
    expect(text).not.toContain('quiet@pec.example')
    expect(text).not.toContain(national)
  })

  test('in an import: stays so when the register is imported again, with another number', async () => {
    const taxCode = inventedPartitaIva(77_001)
    const row = { PRV: 'LT', 'N-REA': '777001', 'UL-SEDE': 'SEDE', DENOMINAZIONE: 'QUIETA SRL', 'C-FISCALE': taxCode }
    await importContent(list(SITES, { ...row, TELEFONO: '0773 111001' }))
    const { id: firmId } = await db.firm.findUniqueOrThrow({ where: { codiceFiscale: taxCode } })
    await stopContacting(giulia, { firmId, reason: 'Lo ha chiesto', channel: 'phone' })
    const { id } = (await campaign({ promoters: [giulia], firms: [{ id: firmId }] })).campaign
    expect(await importContent(list(SITES, { ...row, TELEFONO: '0773 111002' }))).toMatchObject({ changed: 1 })
    expect(await db.firm.findUnique({ where: { id: firmId } })).toMatchObject({
      doNotContactReason: 'Lo ha chiesto',
      doNotContactChannel: 'phone',
    })
    expect(await takeNextFirm(giulia, id)).toBeNull()
  })
})
