/** What a column of the register's file can mean. `running` is a running number: it says nothing about the firm. */
export const COLUMN_NAMES = {
  codiceFiscale: `
    c-fiscale, codice fiscale, cod fiscale, cod fisc, cf, codice fiscale impresa, codice fiscale azienda,
    codice fiscale partita iva, cf p iva, cod fiscale impresa`,
  partitaIva: `
    partita iva, p iva, part iva, codice partita iva, p iva impresa, partita iva azienda, num partita iva,
    numero partita iva`,
  name: `
    denominazione, denominazione impresa, ragione sociale, denominazione o ragione sociale, nome impresa,
    denominazione azienda, denominazione sociale, ragione sociale o denominazione, ditta, azienda, impresa,
    nominativo`,
  reaProvince: 'prv, pv, cciaa, sigla cciaa, provincia rea, prov rea, pv rea, sigla provincia cciaa',
  reaNumber: `
    n-rea, numero rea, rea, nr rea, num rea, codice rea, n iscrizione rea, codice rea impresa,
    numero iscrizione rea, rea impresa`,
  unit: 'ul-sede, unita locale, sede ul, progressivo unita locale, prog ul, progressivo localizzazione',
  unitKind: 'tipo unita locale, tipo ul, tipo localizzazione',
  legalForm: `
    ng, natura giuridica, nat giuridica, codice natura giuridica, forma giuridica, cod natura giuridica,
    forma giuridica impresa, descrizione natura giuridica`,
  sections: 'sez-reg-imp, sezione registro imprese, sezioni registro imprese, sezione, sezioni',
  artisanNumber: 'n-albo-aa, numero albo artigiani, albo artigiani, numero albo imprese artigiane',
  registeredOn: `
    dt-iscr-ri, data iscrizione al registro imprese, data iscrizione registro imprese, data iscrizione ri,
    data iscrizione`,
  startedOn: `
    dt-ini-at, data inizio attivita, inizio attivita, data inizio dell'esercizio effettivo dell'attivita,
    data avvio attivita, data inizio attivita impresa`,
  openedOn: 'dt-aper-ul, data apertura unita locale, data apertura ul',
  ceasedOn: `
    dt-cessaz, data cessazione, data cancellazione, data cessazione impresa,
    data cancellazione dal registro imprese, data cessazione attivita`,
  insolventOn: 'dt-fallim, data fallimento, data liquidazione giudiziale',
  liquidationOn: 'dt-liquid, data liquidazione, data messa in liquidazione',
  status: `
    stato, stato impresa, stato attivita, stato att, stato di attivita, status, stato registro imprese,
    stato dell'impresa, stato attivita impresa`,
  address: `
    indirizzo, indirizzo sede, indirizzo impresa, indirizzo della sede, via, indirizzo sede legale,
    indirizzo completo, sede legale`,
  postcode: 'cap, cap sede, codice avviamento postale, cap sede legale, cap impresa',
  municipality: `
    comune, comune sede, descrizione comune, comune impresa, comune sede legale, citta, comune della sede`,
  municipalityCode: 'codice comune, cod comune, codice istat comune, istat comune, codice istat',
  province: `
    provincia, sigla provincia, prov, provincia sede, pr, provincia sede legale, sigla prov, provincia impresa,
    prov sede`,
  dependent: 'dip, dipendenti, addetti dipendenti, numero dipendenti, add dip',
  independent: 'ind, indipendenti, addetti indipendenti, numero indipendenti, add ind',
  staff: `
    addetti, addetti totali, totale addetti, numero addetti, add tot, n addetti, numero di addetti, addetti impresa`,
  staffClass: 'classe di addetti ultimo anno, classe di addetti, classe addetti',
  phone: `
    telefono, tel, telefoni, numero telefono, numero di telefono, recapito telefonico, telefono 1, telefono sede,
    recapiti telefonici, telefono impresa, cellulare`,
  pec: `
    ind_pec, indirizzo pec, pec, posta elettronica certificata, pec impresa, domicilio digitale, posta certificata,
    email pec, indirizzo di posta elettronica certificata`,
  email: 'email, posta elettronica, indirizzo email, mail, indirizzo di posta elettronica, email impresa',
  website: 'sito internet, sito web, sito, website, indirizzo internet',
  capital: 'capitale, capitale sociale, cap soc, capitale sociale deliberato',
  currency: 'valuta-capitale, valuta, valuta capitale sociale',
  activity: `
    attivita, descrizione attivita, attivita esercitata, attivita prevalente, oggetto attivita, descrizione ateco,
    descrizione dell'attivita, attivita economica`,
  ateco: `
    codici-attivita, codice attivita, codici ateco, codice ateco, ateco, ateco principale, codice ateco principale,
    ateco primario, codice ateco primario, codice attivita prevalente, cod ateco`,
  ateco2007: `
    ateco 2007, codice ateco 2007, codici ateco 2007, ateco 2007 primario, codice ateco 2007 primario,
    ateco 2007 prevalente`,
  ateco2025: `
    ateco 2025, codice ateco 2025, codici ateco 2025, ateco 2025 primario, codice ateco 2025 primario,
    ateco 2025 prevalente`,
  female: 'prevalenza femminile, impresa femminile, femminile, fl femm',
  young: 'prevalenza giovanile, impresa giovanile, giovanile, fl giov',
  foreign: 'prevalenza straniera, impresa straniera, straniera, fl stran',
  running: 'prg, progressivo, n, nr, num, riga',
} as const

export type Column = keyof typeof COLUMN_NAMES
