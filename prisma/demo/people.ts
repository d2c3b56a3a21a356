import { hash } from '@node-rs/argon2'
import { officeId } from '../catalogues/seed'

export const DEMO_PASSWORD = 'porta-a-porta'

type DemoRole = 'promoter' | 'manager' | 'admin' | 'office'

const PEOPLE: { email: string; role: DemoRole; name: string; office?: string; signIn: boolean }[] = [
  { email: 'promoter@demo.example', role: 'promoter', name: 'Giulia Ferrante', signIn: true },
  { email: 'promoter2@demo.example', role: 'promoter', name: 'Luca Orsini', signIn: true },
  { email: 'manager@demo.example', role: 'manager', name: 'Elena Marchetti', signIn: true },
  { email: 'admin@demo.example', role: 'admin', name: 'Marco Rossetti', signIn: true },
  { email: 'office@demo.example', role: 'office', name: 'Paolo Sanna', office: 'credit', signIn: true },
  { email: 'training@demo.example', role: 'office', name: 'Lucia Di Biase', office: 'training', signIn: false },
  { email: 'quality@demo.example', role: 'office', name: 'Renato Valle', office: 'quality', signIn: false },
]

/** The accounts the demo prints when it starts. */
export const DEMO_SIGN_INS = PEOPLE.filter((person) => person.signIn).map(({ email, role, name }) => ({
  email,
  role,
  name,
}))

export const personId = (email: string) =>
  `01900000-0000-7000-8001-${String(PEOPLE.findIndex((person) => person.email === email) + 1).padStart(12, '0')}`

export async function demoUsers(at: Date) {
  const passwordHash = await hash(DEMO_PASSWORD)
  return PEOPLE.map((person) => ({
    id: personId(person.email),
    email: person.email,
    name: person.name,
    role: person.role,
    office_id: person.office ? officeId(person.office) : null,
    password_hash: passwordHash,
    active: true,
    session_epoch: 0,
    locale: 'it',
    theme: 'system',
    created_at: at,
    updated_at: at,
  }))
}
