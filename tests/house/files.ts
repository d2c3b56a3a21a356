import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export type Source = { file: string; text: string; lines: number }

const MADE = ['prisma/client/', 'prisma/migrations/']

/** Files below a folder of the checkout, with `/` in their paths and without what is generated. */
export function filesIn(folder: string, pattern = /\.tsx?$/): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name).replaceAll(path.sep, '/'))
    .filter((file) => !MADE.some((made) => file.startsWith(made)))
    .sort()
}

export function sourcesIn(folder: string, pattern?: RegExp): Source[] {
  return filesIn(folder, pattern).map(read)
}

export function read(file: string): Source {
  const text = readFileSync(file, 'utf8')
  return { file, text, lines: text.trimEnd().split('\n').length }
}

export const folders = (room: string) =>
  readdirSync(room, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)

export function functionsOf(sources: Source[], inFile: RegExp): { file: string; name: string; body: string }[] {
  const some = sources.filter(({ file }) => inFile.test(file))
  return some.flatMap((source) => exportedFunctions(source).map((one) => ({ ...one, file: source.file })))
}

/** Exported functions of a formatted source: the name and everything up to the brace that ends it. */
function exportedFunctions({ text }: Source): { name: string; body: string }[] {
  const start = /^export (?:async function (\w+)|const (\w+)(?:: [^=]+)? = (?:cache\()?(?:async )?\()/gm
  return [...text.matchAll(start)].map((match) => {
    const rest = text.slice(match.index)
    const end = rest.search(/\n(?:\}\)*\n|(?:export|const|function|async|\/\*\*|type) ?)/)
    return { name: match[1] ?? match[2] ?? '', body: end < 0 ? rest : rest.slice(0, end) }
  })
}

/** What a source imports, `@/` and relative paths both told from the root. */
export function importsOf({ file, text }: Source): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target = '']) => {
    if (target.startsWith('@/')) return target.slice(2)
    return target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target
  })
}
