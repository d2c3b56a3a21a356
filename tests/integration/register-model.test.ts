import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { correctFirm, keepOurs, takeTheirs } from '@/lib/corrections/mutations'
import { CORRECTABLE, inText } from '@/lib/corrections/rules'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/permissions'
import { requestUndo } from '@/lib/register/mutations'
import { undoImport } from '@/lib/register/work'
import { inventedPartitaIva } from '@/prisma/demo/identifiers'
import { person } from '@/tests/support/people'
import { importContent, list, SITES } from '@/tests/support/register-import'

/** What a file says of a firm; and the same of the firms it already knows. */
type Said = { name: string; pec: string | null; dip: number; ceased: boolean }
type Known = { register: Said; ours: Partial<Record<'pec' | 'dip', string | null>>; touched: boolean }

/** The register in a few lines: what the product's half a thousand lines of SQL must amount to. */
class Model {
  firms = new Map<number, Known>()
  private imports: Map<number, Said | null>[] = []

  bringIn(rows: Map<number, Said>, full: boolean) {
    const before = new Map<number, Said | null>()
    for (const [number, said] of rows) {
      const known = this.firms.get(number)
      before.set(number, known?.register ?? null)
      if (known) known.register = said
      else this.firms.set(number, { register: said, ours: {}, touched: false })
    }
    for (const [number, { register }] of this.firms) {
      if (!full || rows.has(number) || register.ceased) continue
      before.set(number, register)
      this.change(number, { ...register, ceased: true })
    }
    this.imports.push(before)
  }

  correct(number: number, field: 'pec' | 'dip', value: string | null) {
    const known = this.firms.get(number)
    if (!known || value === this.inForce(known, field)) return
    known.touched = true
    if (field in known.ours && value === this.registered(known, field)) delete known.ours[field]
    else known.ours[field] = value
  }

  takeTheirs(number: number, field: 'pec' | 'dip') {
    delete this.firms.get(number)?.ours[field]
  }

  undo() {
    for (const [number, said] of this.imports.pop() ?? []) {
      if (said) this.change(number, said)
      else if (!this.firms.get(number)?.touched) this.firms.delete(number)
    }
  }

  get canUndo() {
    return this.imports.length > 0
  }

  registered({ register }: Known, field: 'pec' | 'dip') {
    return field === 'dip' ? String(register.dip) : register.pec
  }

  inForce(known: Known, field: 'pec' | 'dip') {
    return field in known.ours ? (known.ours[field] ?? null) : this.registered(known, field)
  }

  private change(number: number, register: Said) {
    const known = this.firms.get(number)
    if (known) known.register = register
  }
}

const NUMBERS = [1, 2, 3, 4, 5]
const pec = fc.constantFrom(null, 'a@pec.example', 'b@pec.example')
const said: fc.Arbitrary<Said> = fc.record({
  name: fc.constantFrom('UNO', 'DUE'),
  pec,
  dip: fc.integer({ min: 0, max: 3 }),
  ceased: fc.boolean(),
})
const deed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      full: fc.boolean(),
      rows: fc
        .array(fc.tuple(fc.constantFrom(...NUMBERS), said), { minLength: 1, maxLength: 5 })
        .map((all) => new Map(all)),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.oneof(
      fc.record({
        do: fc.constant('correct' as const),
        number: fc.constantFrom(...NUMBERS),
        field: fc.constant('pec' as const),
        value: pec,
      }),
      fc.record({
        do: fc.constant('correct' as const),
        number: fc.constantFrom(...NUMBERS),
        field: fc.constant('dip' as const),
        value: fc.constantFrom('0', '1', '2', '3'),
      }),
    ),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('keep' as const, 'take' as const) }) },
)
type Deed = fc.Arbitrary<never> extends never ? never : typeof deed extends fc.Arbitrary<infer T> ? T : never

const COLUMN = { pec: 'pec', dip: 'employeesDependent' } as const
const row = (number: number, { name, pec: mail, dip, ceased }: Said) => ({
  DENOMINAZIONE: name,
  'C-FISCALE': inventedPartitaIva(number),
  PRV: 'LT',
  'N-REA': String(number),
  'UL-SEDE': 'SEDE',
  DIP: String(dip),
  IND_PEC: mail ?? '',
  'DT-CESSAZ': ceased ? '01/05/2026' : '',
})
const firmOf = (number: number) => db.firm.findUnique({ where: { codiceFiscale: inventedPartitaIva(number) } })

async function correct(admin: Actor, number: number, field: 'pec' | 'dip', value: string | null) {
  const firm = await firmOf(number)
  if (!firm) return
  const was = inText(firm)
  const typed = Object.fromEntries(CORRECTABLE.map((name) => [name, firm[name]]))
  const changed = { ...typed, [COLUMN[field]]: field === 'dip' ? Number(value) : value }
  await correctFirm(admin, { ...changed, firmId: firm.id, version: firm.version, was } as Parameters<
    typeof correctFirm
  >[1])
}

async function act(admin: Actor, model: Model, one: Deed) {
  if (one.do === 'import') {
    model.bringIn(one.rows, one.full)
    await importContent(list(SITES, ...[...one.rows].map(([number, told]) => row(number, told))), { full: one.full })
  }
  if (one.do === 'correct') {
    model.correct(one.number, one.field, one.value)
    await correct(admin, one.number, one.field, one.value)
  }
  if (one.do === 'undo' && model.canUndo) {
    model.undo()
    const last = await db.registerImport.findFirstOrThrow({ where: { status: 'done' }, orderBy: { appliedAt: 'desc' } })
    await requestUndo(admin, { importId: last.id })
    await undoImport(last.id)
  }
  if (one.do === 'keep') await keepOurs(admin, { seen: new Date() })
  if (one.do === 'take') {
    const waiting = await db.correction.findMany({ where: { registerMovedAt: { not: null } }, include: { firm: true } })
    for (const { field, firm } of waiting) {
      const number = NUMBERS.find((each) => inventedPartitaIva(each) === firm.codiceFiscale) ?? 0
      model.takeTheirs(number, field === 'pec' ? 'pec' : 'dip')
    }
    await takeTheirs(admin, { seen: new Date() })
  }
}

/** The register as the product has it, in the model's words. */
async function found() {
  const firms = await db.firm.findMany({ include: { corrections: { where: { field: { not: 'sizeClass' } } } } })
  return firms
    .map(({ codiceFiscale, name, pec: mail, employeesDependent, status, corrections }) => ({
      codiceFiscale,
      ...{ name, pec: mail, dip: String(employeesDependent), ceased: status === 'ceased' },
      corrections: corrections
        .map(({ field, value, registerValue }) => [field, value, registerValue])
        .sort((a, b) => String(a[0]).localeCompare(String(b[0]))),
    }))
    .sort((a, b) => a.codiceFiscale.localeCompare(b.codiceFiscale))
}

function expected(model: Model) {
  return [...model.firms]
    .map(([number, known]) => ({
      codiceFiscale: inventedPartitaIva(number),
      name: known.register.name,
      ...{ pec: model.inForce(known, 'pec'), dip: model.inForce(known, 'dip'), ceased: known.register.ceased },
      corrections: (['dip', 'pec'] as const)
        .filter((field) => field in known.ours)
        .map((field) => [COLUMN[field], known.ours[field], model.registered(known, field)]),
    }))
    .sort((a, b) => a.codiceFiscale.localeCompare(b.codiceFiscale))
}

describe('any sequence of imports, corrections, decisions and undos', () => {
  beforeEach(async () => {
    await db.$executeRaw`truncate firm, register_import cascade`
  })

  it('leaves the register equal to a simple model of it', { timeout: 120_000 }, async () => {
    const admin = await person('admin')
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 9 }), async (deeds) => {
        await db.$executeRaw`truncate firm, register_import cascade`
        const model = new Model()
        for (const one of deeds) {
          await act(admin, model, one)
          expect(await found()).toEqual(expected(model))
        }
      }),
      { numRuns: 10, seed: 20_261_124, endOnFailure: true },
    )
  })
})
