/** What may stand at the root; the second list is not kept in git. */
export const TOP_LEVEL = [
  ...['app', 'components', 'lib', 'prisma', 'public', 'tests', '.ci', '.config', '.git', '.gitignore'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'next.config.ts', 'biome.json', 'postcss.config.mjs'],
  ...['instrumentation.ts', 'README.md', 'LICENSE', 'publiccode.yml'],
  ...['node_modules', '.next', '.data', 'next-env.d.ts', 'test-results', '.DS_Store'],
]

/** The closed list of a noun's files in lib. */
export const LIB_FILES = ['schema.ts', 'rules.ts', 'queries.ts', 'mutations.ts', 'actions.ts', 'tags.ts']

/** Larger parts of lib, which name their files after their steps. */
export const CORRIDORS = ['register', 'statistics', 'outbox', 'i18n', 'runtime', 'decisions']

/** What the sign-in page reads too. */
export const OPEN_TO_ALL = ['chamberName']

export const DEFAULT_DEMANDED =
  /^(app\/.*(page|layout|loading|error|forbidden|not-found|template|default)\.tsx|lib\/i18n\/request\.ts)$/

export const SHORT_CUT =
  /@ts-(ignore|expect-error|nocheck)|biome-ignore|\bas any\b|[:<]\s*any\b(?= *[,;)>=[|\n])|\bTODO\b|\bFIXME\b|console\.log/

const PALETTE =
  'red|orange|amber|yellow|lime|green|teal|cyan|blue|indigo|violet|purple|pink|rose|gray|slate|zinc|white|black'

/** A colour written out, a colour of Tailwind's own palette, or a switch by theme. */
export const COLOUR_LITERAL = new RegExp(
  [
    String.raw`['"\s:[(]#(?:[0-9a-f]{3,4}){1,2}\b`,
    String.raw`\b(?:rgb|hsl|oklch|oklab)a?\(`,
    String.raw`\bdark:[a-z]`,
    String.raw`\b(?:bg|text|border|fill|stroke|ring|outline)-(?:${PALETTE})\b`,
  ].join('|'),
  'i',
)
