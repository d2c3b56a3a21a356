/** Turbopack loader for React Aria's dictionaries of 34 languages: keeps those of the app, and its fallback. */
module.exports = function keptLanguages(source) {
  return source
    .split('\n')
    .filter((line) => {
      const language = line.match(/\/([a-z]{2}-[A-Z]{2})\.mjs"|^ +"([a-z]{2}-[A-Z]{2})":/)
      return !language || ['it-IT', 'en-US'].includes(language[1] ?? language[2])
    })
    .join('\n')
}
