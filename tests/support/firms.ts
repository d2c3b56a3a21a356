import { v7 as uuidv7 } from 'uuid'
import { db } from '@/lib/db'
import { searchName, sizeClassOf } from '@/lib/firms/rules'
import { sectorId } from '@/prisma/catalogues/seed'
import type { Firm, Prisma } from '@/prisma/client/client'
import { inventedPartitaIva } from '@/prisma/demo/identifiers'

let serial = 0

type Wishes = Partial<Prisma.FirmUncheckedCreateInput> & {
  /** E.164 numbers of the register, in order. */
  numbers?: string[]
}

/** Puts an active firm of Latina with one telephone into the database. */
export async function firm({ numbers, ...wishes }: Wishes = {}): Promise<Firm> {
  serial += 1
  const name = wishes.name ?? `Carpenterie Agro ${serial} S.r.l.`
  const taxCode = wishes.codiceFiscale ?? inventedPartitaIva(serial)
  const staff = sizeClassOf(wishes.employeesDependent, wishes.employeesIndependent)
  const printed = numbers ?? [`+3907739${String(serial).padStart(5, '0')}`]
  return db.firm.create({
    data: {
      id: uuidv7(),
      codiceFiscale: taxCode,
      partitaIva: /^\d{11}$/.test(taxCode) ? taxCode : null,
      reaProvince: 'LT',
      reaNumber: String(900000 + serial),
      sectorId: sectorId('metals'),
      municipalityCode: '059011',
      municipalityName: 'LATINA',
      province: 'LT',
      sizeClass: staff,
      ...wishes,
      name,
      searchName: searchName(name),
      phones: {
        create: printed.map((e164, position) => ({
          id: uuidv7(),
          e164,
          printed: e164.replace('+39', ''),
          source: 'register' as const,
          position,
        })),
      },
    },
  })
}
