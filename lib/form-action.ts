import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import type { FormState } from '@/lib/form-state'
import { type Actor, can, Forbidden, type Permission } from '@/lib/permissions'
import { Conflict, Refusal } from '@/lib/refusal'
import { gate } from '@/lib/session'

/**
 * The write path: gate → Zod → verb → what the door refreshes. Expected refusals come back as a `rejected` state with
 * what was typed; everything else is thrown to error.tsx.
 */
export function formAction<S extends z.ZodType, R>(
  permission: Permission,
  schema: S,
  run: (actor: Actor, input: z.output<S>) => Promise<R>,
) {
  return async (_: FormState<R>, form: FormData | z.input<S>): Promise<FormState<R>> => {
    const values = form instanceof FormData ? fromForm(form) : form
    const t = await getTranslations('refusals')
    const rejected = (message: string, rest: Partial<FormState<R> & { status: 'rejected' }> = {}): FormState<R> => ({
      status: 'rejected',
      message,
      fieldErrors: {},
      values: values as Record<string, unknown>,
      ...rest,
    })
    const actor = await gate()
    if (!can(actor, permission)) return rejected(t('forbidden'))
    const parsed = schema.safeParse(values)
    if (!parsed.success) return rejected(t('invalid'), { fieldErrors: fieldErrors(parsed.error, t) })
    try {
      return { status: 'saved', result: await run(actor, parsed.data) }
    } catch (error) {
      if (error instanceof Forbidden) return rejected(t('forbidden'))
      if (!(error instanceof Refusal)) throw error
      const message = t(error.key as Parameters<typeof t>[0], error.values)
      const conflict =
        error instanceof Conflict ? { version: error.version, differences: error.differences } : undefined
      if (error.field) return rejected(t('invalid'), { fieldErrors: { [error.field]: message } })
      return rejected(message, { conflict })
    }
  }
}

/** `name[]` collects all values of that name into an array `name`; an empty text is undefined. */
function fromForm(form: FormData): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const key of new Set(form.keys())) {
    if (key.startsWith('$ACTION')) continue
    if (key.endsWith('[]')) values[key.slice(0, -2)] = form.getAll(key)
    else values[key] = form.get(key) === '' ? undefined : form.get(key)
  }
  return values
}

type Translate = { (key: never, values?: Record<string, string>): string; has(key: never): boolean }

/** Messages of Zod issues are keys under `refusals`; one without a key says that the value is not valid. */
function fieldErrors(error: z.ZodError, t: unknown): Record<string, string> {
  const translate = t as Translate
  return Object.fromEntries(
    error.issues.map((issue) => {
      const known = translate.has(issue.message as never)
      return [issue.path.join('.'), translate((known ? issue.message : 'invalidField') as never)]
    }),
  )
}
