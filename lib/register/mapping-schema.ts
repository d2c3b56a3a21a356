import { z } from 'zod'
import { importChoices } from '@/lib/register/schema'

const name = z.string().trim().min(1, 'required').max(80)

export const choosingInput = z.object({ importId: z.uuid(), choices: importChoices })
export type ChoosingInput = z.output<typeof choosingInput>

/** The columns of an import under a name; `id` is made by whoever asks, so that asking twice keeps it once. */
export const keepMappingInput = z.object({
  id: z.uuid(),
  importId: z.uuid(),
  name,
  columns: importChoices.shape.columns,
  words: importChoices.shape.words,
})
export type KeepMappingInput = z.output<typeof keepMappingInput>

export const renameMappingInput = z.object({ id: z.uuid(), name })
export const ofMapping = z.object({ id: z.uuid() })
