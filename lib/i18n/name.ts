/** The name of a row of an editable list in the language of the screen. */
export function nameIn(locale: string, row: { nameIt: string; nameEn: string }): string {
  return locale === 'en' ? row.nameEn : row.nameIt
}
