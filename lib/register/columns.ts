import { searchName } from '@/lib/firms/rules'

/** What a column of the register's file can mean. `running` is a running number: it says nothing about the firm. */
const NAMES = {
  codiceFiscale: ['c-fiscale', 'codice fiscale', 'cod fiscale', 'cod fisc', 'cf', 'codice fiscale impresa'],
  partitaIva: ['partita iva', 'p iva', 'part iva', 'codice partita iva', 'p iva impresa'],
  name: [
    'denominazione',
    'denominazione impresa',
    'ragione sociale',
    'denominazione o ragione sociale',
    'nome impresa',
  ],
  reaProvince: ['prv', 'pv', 'cciaa', 'sigla cciaa', 'provincia rea', 'prov rea', 'pv rea', 'sigla provincia cciaa'],
  reaNumber: ['n-rea', 'numero rea', 'rea', 'nr rea', 'num rea', 'codice rea', 'n iscrizione rea'],
  unit: ['ul-sede', 'unita locale', 'sede ul', 'progressivo unita locale', 'prog ul', 'progressivo localizzazione'],
  unitKind: ['tipo unita locale', 'tipo ul', 'tipo localizzazione'],
  legalForm: ['ng', 'natura giuridica', 'nat giuridica', 'codice natura giuridica', 'forma giuridica'],
  sections: ['sez-reg-imp', 'sezione registro imprese', 'sezioni registro imprese', 'sezione', 'sezioni'],
  artisanNumber: ['n-albo-aa', 'numero albo artigiani', 'albo artigiani', 'numero albo imprese artigiane'],
  registeredOn: [
    'dt-iscr-ri',
    'data iscrizione al registro imprese',
    'data iscrizione registro imprese',
    'data iscrizione ri',
    'data iscrizione',
  ],
  startedOn: [
    'dt-ini-at',
    'data inizio attivita',
    'inizio attivita',
    "data inizio dell'esercizio effettivo dell'attivita",
  ],
  openedOn: ['dt-aper-ul', 'data apertura unita locale', 'data apertura ul'],
  ceasedOn: ['dt-cessaz', 'data cessazione', 'data cancellazione', 'data cessazione impresa'],
  insolventOn: ['dt-fallim', 'data fallimento', 'data liquidazione giudiziale'],
  liquidationOn: ['dt-liquid', 'data liquidazione', 'data messa in liquidazione'],
  status: ['stato', 'stato impresa', 'stato attivita', 'stato att', 'stato di attivita'],
  address: ['indirizzo', 'indirizzo sede', 'indirizzo impresa', 'indirizzo della sede'],
  postcode: ['cap', 'cap sede', 'codice avviamento postale'],
  municipality: ['comune', 'comune sede', 'descrizione comune', 'comune impresa'],
  municipalityCode: ['codice comune', 'cod comune', 'codice istat comune', 'istat comune', 'codice istat'],
  province: ['provincia', 'sigla provincia', 'prov', 'provincia sede', 'pr'],
  dependent: ['dip', 'dipendenti', 'addetti dipendenti', 'numero dipendenti', 'add dip'],
  independent: ['ind', 'indipendenti', 'addetti indipendenti', 'numero indipendenti', 'add ind'],
  staff: ['addetti', 'addetti totali', 'totale addetti', 'numero addetti', 'add tot'],
  staffClass: ['classe di addetti ultimo anno', 'classe di addetti', 'classe addetti'],
  phone: ['telefono', 'tel', 'telefoni', 'numero telefono', 'numero di telefono', 'recapito telefonico'],
  pec: ['ind_pec', 'indirizzo pec', 'pec', 'posta elettronica certificata', 'pec impresa'],
  email: ['email', 'e-mail', 'posta elettronica', 'indirizzo email', 'mail'],
  website: ['sito internet', 'sito web', 'sito', 'website', 'indirizzo internet'],
  capital: ['capitale', 'capitale sociale', 'cap soc', 'capitale sociale deliberato'],
  currency: ['valuta-capitale', 'valuta capitale', 'valuta', 'valuta capitale sociale'],
  activity: ['attivita', 'descrizione attivita', 'attivita esercitata', 'attivita prevalente', 'oggetto attivita'],
  ateco: ['codici-attivita', 'codice attivita', 'codici ateco', 'codice ateco', 'ateco', 'ateco principale'],
  ateco2007: ['ateco 2007', 'codice ateco 2007', 'codici ateco 2007'],
  ateco2025: ['ateco 2025', 'codice ateco 2025', 'codici ateco 2025'],
  female: ['prevalenza femminile', 'impresa femminile', 'femminile', 'fl femm'],
  young: ['prevalenza giovanile', 'impresa giovanile', 'giovanile', 'fl giov'],
  foreign: ['prevalenza straniera', 'impresa straniera', 'straniera', 'fl stran'],
  running: ['prg', 'progressivo', 'n', 'nr', 'num', 'riga'],
} as const

export type Column = keyof typeof NAMES

/** Where each known column stands in the file's rows, and which unknown ones are kept beside the firm. */
export type Layout = {
  header: string[]
  columns: Partial<Record<Column, number>>
  extras: { index: number; label: string }[]
}

/** Footnote marks such as `(8)` and line breaks inside a header cell are not part of its name. */
export const headerName = (cell: string) => searchName(cell.replace(/\(\d+\)/g, ' '))

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([column, names]) =>
    names.map((name) => [headerName(name), column as Column] as const),
  ),
)

/** Recognises the columns by name: short and long InfoCamere headers, the start-up list, what others call them. */
export function layoutOf(header: string[]): Layout {
  const layout: Layout = { header, columns: {}, extras: [] }
  header.forEach((cell, index) => {
    const label = cell.replace(/\s+/g, ' ').trim()
    const column = BY_NAME.get(headerName(cell))
    if (column && layout.columns[column] === undefined) layout.columns[column] = index
    else if (label) layout.extras.push({ index, label })
  })
  return layout
}
