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
export const CORRIDORS = [
  'register',
  'evidence',
  'api',
  'report',
  'statistics',
  'outbox',
  'i18n',
  'runtime',
  'decisions',
]

/** What the sign-in page reads too, and what is public. */
export const OPEN_TO_ALL = ['chamberName', 'publicEdition']
