import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  DATABASE_POOL: z.coerce.number().int().min(1).default(10),
  /** Signs the sign-in cookie; next-auth reads it by this name. lib/runtime makes one where none is given. */
  NEXTAUTH_SECRET: z.string().min(32),
  DATA_DIR: z.string().min(1).default('.data'),
  /** `smtp://user:password@host:587` or `smtps://…`: sends the morning e-mail; without it nothing is sent. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  /** Sender of the product's e-mail, `Porta a Porta <portaaporta@camera.example>`. */
  SMTP_FROM: z.string().min(3).optional(),
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
