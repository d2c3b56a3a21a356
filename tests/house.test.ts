import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesIn, folders, functionsOf, importsOf, read, type Source, sourcesIn } from './house/files'
import { COLOUR_LITERAL, DEFAULT_DEMANDED, SHORT_CUT } from './house/limits'
import { CORRIDORS, LIB_FILES, OPEN_TO_ALL, TOP_LEVEL } from './house/names'
import { blanks, flat } from './house/words'

/** DESIGN.md §4 and §5, checked. Every message says what to do instead. */
const ROOMS = ['app', 'components', 'lib', 'prisma'] as const
const all = ROOMS.flatMap((room) => sourcesIn(room))
const house = all.filter(({ file }) => !file.startsWith('prisma/'))

function nothing(offenders: string[], lesson: string) {
  expect(offenders, lesson).toEqual([])
}
const filesWhere = (sources: Source[], bad: (source: Source) => unknown) => sources.filter(bad).map(({ file }) => file)

const named = (found: { file: string; name: string }[]) => found.map(({ file, name }) => `${file}: ${name}`)

describe('the house', () => {
  it('has a fixed top level', () => {
    const strange = readdirSync('.').filter((name) => !TOP_LEVEL.includes(name) && !name.endsWith('.tsbuildinfo'))
    nothing(strange, 'Nothing new at the root: each file has a room (README, the map of the house).')
  })

  it('has the same name on the three doors of a noun', () => {
    const face = folders('components').filter((name) => !['ui', 'charts', 'shell'].includes(name))
    const truth = readdirSync('lib').map((name) => name.replace(/\.ts$/, ''))
    const faceless = face.filter((name) => !truth.some((noun) => noun === name || noun.startsWith(`${name}-`)))
    nothing(faceless, 'components/<noun> shows what lib/<noun> knows: give both the same name.')
    const addresses = folders('app/(desk)').flatMap((name) =>
      name === 'settings' ? folders('app/(desk)/settings') : name,
    )
    const bare = addresses.filter((name) => !face.includes(name))
    nothing(bare, 'A page composes components/<noun>: make that folder, or move the page to the noun it belongs to.')
  })

  it('keeps lib/<noun>/ to a closed list of names', () => {
    const records = sourcesIn('lib/decisions', /\.md$/).map(({ text }) => text)
    const decided = [...LIB_FILES, ...records.join(' ').split(/[^\w.-]+/)]
    const nouns = folders('lib').filter((noun) => !CORRIDORS.includes(noun))
    const strange = nouns
      .flatMap((noun) => filesIn(`lib/${noun}`, /./))
      .filter((file) => !decided.includes(path.basename(file)))
    nothing(strange, `Use ${LIB_FILES.join(', ')}; another name needs a decision record that names it.`)
  })

  it('lets arrows point one way: app → components → lib → prisma', () => {
    const order = ['tests', ...ROOMS]
    const back = all.flatMap((source) => {
      const floor = order.indexOf(source.file.split('/')[0] ?? '')
      const up = importsOf(source).filter((target) => {
        const to = order.indexOf(target.split('/')[0] ?? '')
        return to >= 0 && to < floor && existsSync(order[to] ?? '')
      })
      return up.map((target) => `${source.file} imports ${target}`)
    })
    nothing(back, 'Move what both need down to the lower room.')
  })

  it('numbers its decision records once', () => {
    const numbers = filesIn('lib/decisions', /./).map(
      (file) => path.basename(file).match(/^(\d{3})-[a-z0-9-]+\.md$/)?.[1],
    )
    expect(new Set(numbers).size, 'lib/decisions/NNN-title.md, each number once').toBe(numbers.length)
    expect(numbers).not.toContain(undefined)
  })
})

describe('the style', () => {
  it('writes files in kebab-case, without barrels and without names that say nothing', () => {
    const part = /^(\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*|\(\w+\)|\[(\.{3})?\w+\])$/
    const names = filesIn('.config', /./).concat(...[...ROOMS, 'tests'].map((room) => filesIn(room, /./)))
    const odd = names.filter((file) => !file.split('/').every((name) => part.test(name)))
    nothing(odd, 'Name files in kebab-case.')
    const hollow = /(^|[-/])(index|utils?|helpers?|managers?|handlers?|common|misc)\.tsx?$/
    const empty = names.filter((file) => hollow.test(file))
    nothing(empty, 'Name a file after what is in it; import it directly, without index.ts.')
  })

  it('calls functions by a verb of the trade', () => {
    const verb = /^export (?:async )?(?:function|const) ((?:handle|process|manage|do)[A-Z]\w*)/gm
    const found = house.flatMap(({ file, text }) => [...text.matchAll(verb)].map((match) => `${file}: ${match[1]}`))
    nothing(found, 'Say what it does in the trade: logCall, takeNextFirm, recordNeed.')
  })

  it('keeps files such as one can see whole', () => {
    const over = (most: number, ending: string) =>
      house
        .filter(({ file, lines }) => lines > most && file.endsWith(ending))
        .map(({ file, lines }) => `${file}: ${lines}`)
    nothing(over(50, '/page.tsx'), 'A page composes: 50 lines at most.')
    nothing(over(45, '/actions.ts'), 'Actions wrap verbs: 45 lines at most.')
    nothing(over(200, ''), 'Look for the second noun hiding in it.')
    const sizes = house.map(({ lines }) => lines).sort((a, b) => a - b)
    expect(sizes[Math.floor(sizes.length / 2)], 'the median file').toBeLessThan(60)
  })

  it('takes no short cuts around the type checker or the linter', () => {
    const found = filesWhere(all, ({ text }) => SHORT_CUT.test(text))
    nothing(found, 'Say the type, mend the cause, or write an issue.')
  })

  it('exports by name, except where a framework demands a default', () => {
    const found = filesWhere(house, ({ file, text }) => /^export default/m.test(text) && !DEFAULT_DEMANDED.test(file))
    nothing(found, 'Use a named export.')
  })

  it('takes colours from the tokens in app/globals.css', () => {
    const faces = house.filter(({ file }) => file.endsWith('.tsx') || file.startsWith('components/'))
    const found = filesWhere(faces, ({ text }) => COLOUR_LITERAL.test(text.replace(/themeColor: \[[^\]]*\]/, '')))
    nothing(found, 'Use a token (bg-surface, text-text-2, var(--s5)); both themes follow.')
  })
})

describe('the ways to read and to write', () => {
  it('open every query at the gate', () => {
    const reads = functionsOf(house, /^lib\/.*\/queries\.ts$/).filter(({ name }) => !OPEN_TO_ALL.includes(name))
    const gated = new Set(['gate'])
    const ungated = reads.filter(({ name, body }) => {
      const first = body.match(/await\s+(\w+)/)?.[1] ?? ''
      return gated.has(first) ? !gated.add(name) : true
    })
    nothing(named(ungated), "Begin with await gate('…'): layouts and hidden buttons are courtesy, not authorisation.")
  })

  const verbs = functionsOf(house, /\/mutations\.ts$/).filter(({ body }) =>
    /^export [^(]*\(\s*actor: (?![^{]*\): (boolean|void) )/.test(body),
  )

  it('ask every verb for permission first, and keep Next out of it', () => {
    expect(verbs.length).toBeGreaterThan(10)
    const first = /(permit|turn)\w*\(|await|db\./
    const free = verbs.filter(({ body }) => !/^(permit|turn)/.test(first.exec(body)?.[0] ?? ''))
    nothing(named(free), "Begin a verb with permit(actor, '…').")
    const aware = house.filter(({ file }) => /^lib\/.*(mutations|rules|schema)\.ts$/.test(file))
    const bound = filesWhere(aware, ({ text }) => /from 'next\//.test(text))
    nothing(bound, 'Verbs and rules have other doors than Next: refresh in actions.ts.')
  })

  it('keep the browser away from the database, and the rules open to it', () => {
    const closed = filesWhere(
      house,
      ({ file, text }) => /\/(queries|mutations)\.ts$/.test(file) && !/^import 'server-only'/m.test(text),
    )
    nothing(closed, "Begin queries.ts and mutations.ts with import 'server-only'.")
    const shared = house.filter(({ file }) => /^lib\/.*\/(schema|rules)\.ts$/.test(file))
    const heavy = filesWhere(shared, ({ text }) =>
      /from '(server-only|@\/lib\/(db|env|session)|@\/lib\/[\w-]+\/(queries|mutations))'/.test(text),
    )
    nothing(heavy, 'schema.ts and rules.ts are shared with the browser: take what you need as an argument.')
  })

  it('try every verb as one who may not, and where the rules say no', () => {
    const tests = sourcesIn('tests/integration')
    const where = (name: string) => tests.filter(({ text }) => new RegExp(`\\b${name}\\b`).test(text))
    const untried = verbs.filter(({ name, body }) => {
      const texts = where(name)
        .map(({ text }) => text)
        .join()
      const everybodys = /permit\(actor, 'account/.test(body)
      return (
        !(everybodys || /forbidden|not allowed/i.test(texts)) || (/refus/i.test(body) && !/refus|rejects/i.test(texts))
      )
    })
    nothing(named(untried), 'tests/integration: every verb has its "forbidden" and its "refused" test.')
  })

  it("export nothing but actions where it says 'use server'", () => {
    const other = /^export (?!const \w+ = formAction\(|async function ).*/gm
    const doors = house.filter(({ text }) => /^'use server'/.test(text))
    const found = doors.flatMap(({ file, text }) => [...text.matchAll(other)].map(([line]) => `${file}: ${line}`))
    nothing(found, 'Everything exported there is an address on the web: export wrapped verbs only.')
  })
})

describe('the model and the words', () => {
  it('say of every table what it is in the trade, and of every relation what deleting does', () => {
    const schemas = sourcesIn('prisma/schema', /\.prisma$/)
    const model = /(?<!\/\/\/ .*\n)^model (\w+)/gm
    const mute = schemas.flatMap(({ text }) => [...text.matchAll(model)].map(([line]) => line))
    nothing(mute, 'Write a /// line above the model.')
    const relations = schemas.flatMap(({ text }) => text.match(/@relation\([^)]*fields:[^)]*\)/g) ?? [])
    const silent = relations.filter((relation) => !relation.includes('onDelete:'))
    nothing(silent, 'Write onDelete: Restrict, Cascade or SetNull.')
  })

  it('exist in Italian and in English alike', () => {
    const said = (file: string) => flat(JSON.parse(read(file).text))
    for (const file of filesIn('lib/i18n/it', /\.json$/)) {
      const [it, en] = [said(file), said(file.replace('/it/', '/en/'))]
      expect(Object.keys(en).sort(), `${file}: the same keys in both languages`).toEqual(Object.keys(it).sort())
      const differing = Object.keys(it).filter((key) => blanks(it[key]) !== blanks(en[key]))
      nothing(differing, `${file}: the same {values} in both languages`)
    }
  })
})
