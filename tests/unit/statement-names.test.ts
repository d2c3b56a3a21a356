import { describe, expect, it } from 'vitest'
import { statementName } from '@/lib/statement-names'

describe('Names of statements a connection keeps', () => {
  it('are the same for the same statement, and others for others', () => {
    const name = statementName({ sql: 'select 1' })
    expect(statementName({ sql: 'select 1' })).toBe(name)
    expect(statementName({ sql: 'select 2' })).not.toBe(name)
    // PostgreSQL cuts names at 63 bytes.
    expect(name.length).toBeLessThan(63)
  })

  it('are not given to searches, which are planned by how much they find', () => {
    expect(statementName({ sql: 'select from firm where search_name like $1' })).toBe('')
  })

  it('run out, so that statements put together from filters do not fill the connection', () => {
    const names = Array.from({ length: 1000 }, (_, at) => statementName({ sql: `select ${at} from firm` }))
    expect(names.filter(Boolean).length).toBeLessThan(500)
    expect(statementName({ sql: 'select 0 from firm' })).toBe(names[0])
  })
})
