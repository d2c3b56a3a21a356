import { type Carried, FIRM_FIELDS } from '@/lib/register/fields'
import type { ImportFormat } from '@/lib/register/schema'

type Kept = NonNullable<ImportFormat['carried']>

/** What a file speaks of, as it is kept between its dry run and "apply". */
export function keptOf({ fields, ...rest }: Carried): Kept {
  return { fields: fields.map(({ field }) => field), ...rest }
}

export function carriedAgain({ fields, ...rest }: Kept): Carried {
  return { fields: FIRM_FIELDS.filter(({ field }) => fields.includes(field)), ...rest }
}
