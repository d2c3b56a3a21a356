/** The messages of a file by their whole key. */
export function flat(words: object, before = ''): Record<string, string> {
  const pairs = Object.entries(words).map(([key, value]) =>
    typeof value === 'object' ? flat(value, `${before}${key}.`) : { [before + key]: value },
  )
  return Object.assign({}, ...pairs)
}

/** Names of the values of a message; the branches of a plural are in braces too and are none. */
export function blanks(message = ''): string {
  const name = /(?<!(?:\b(?:one|other|many|few|true|false)|=\d+) ?)\{\s*(\w+)\s*[,}]/g
  return [...new Set([...message.matchAll(name)].map((match) => match[1]))].sort().join()
}
