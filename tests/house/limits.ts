/** Files a framework wants a default export from. */
export const DEFAULT_DEMANDED =
  /^(app\/.*(page|layout|loading|error|forbidden|unauthorized|not-found|template|default)\.tsx|lib\/i18n\/request\.ts)$/

/** Ways around the type checker, the linter or the work itself. */
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
