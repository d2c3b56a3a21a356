import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  DATABASE_POOL: z.coerce.number().int().min(1).default(10),
  /** Signs the sign-in cookie; next-auth reads it by this name. lib/runtime makes one where none is given. */
  NEXTAUTH_SECRET: z.string().min(32),
  DATA_DIR: z.string().min(1).default('.data'),
})

type Env = z.infer<typeof schema>

/** The environment, read when asked for (a build has none), with one clear sentence where something is missing. */
export const env: Env = new Proxy({} as Env, {
  get(_, name: keyof Env) {
    const parsed = schema.shape[name].safeParse(process.env[name])
    if (!parsed.success) throw new Error(`The environment variable ${name} is missing or not valid.`)
    return parsed.data
  },
})
