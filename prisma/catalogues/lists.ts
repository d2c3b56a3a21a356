/** Ids of the lists below are fixed, so that a demo, a test and a report can name the same row. */
export const catalogueId = (family: number, position: number) =>
  `01900000-0000-7000-8000-${String(family).padStart(4, '0')}${String(position).padStart(8, '0')}`

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => String(from + i))

/**
 * The programme's eleven sectors and the one that catches the rest, on prefixes of ATECO 2025 without dots. The divisions
 * concerned kept their numbers since ATECO 2007; what moved between them goes through ISTAT's crosswalk once it is loaded.
 */
export const SECTORS: { code: string; it: string; en: string; prefixes: string[] }[] = [
  { code: 'construction', it: 'Edilizia', en: 'Construction', prefixes: ['41', '42', '43'] },
  {
    code: 'services',
    it: 'Servizi',
    en: 'Services',
    prefixes: [...range(58, 66), ...range(68, 75), ...range(77, 82), ...range(85, 88), ...range(90, 96)],
  },
  { code: 'food', it: 'Alimentare', en: 'Food', prefixes: ['10', '11'] },
  { code: 'minerals', it: 'Minerali non metalliferi', en: 'Non-metallic minerals', prefixes: ['23'] },
  { code: 'metals', it: 'Metallurgia', en: 'Metals', prefixes: ['24', '25'] },
  { code: 'electrical', it: 'Apparecchiature elettriche', en: 'Electrical equipment', prefixes: ['26', '27'] },
  { code: 'textiles', it: 'Tessile', en: 'Textiles', prefixes: ['13', '14', '15'] },
  { code: 'transport', it: 'Trasporti', en: 'Transport', prefixes: range(49, 53) },
  { code: 'furniture', it: 'Mobile', en: 'Furniture', prefixes: ['31'] },
  { code: 'catering', it: 'Ristorazione', en: 'Catering', prefixes: ['56'] },
  { code: 'shipbuilding', it: 'Cantieristica navale', en: 'Shipbuilding', prefixes: ['301', '3315'] },
  { code: 'other', it: 'Altri settori', en: 'Other sectors', prefixes: [''] },
]

export const OFFICES: { code: string; it: string; en: string; answerDays: number }[] = [
  { code: 'credit', it: 'Ufficio Credito', en: 'Credit office', answerDays: 10 },
  { code: 'services', it: 'Sportello servizi', en: 'Services desk', answerDays: 7 },
  { code: 'training', it: 'Azienda speciale STEP', en: 'STEP training agency', answerDays: 14 },
  { code: 'quality', it: 'Ufficio Qualità', en: 'Quality office', answerDays: 14 },
  { code: 'new_business', it: 'Punto Nuove Imprese', en: 'New businesses desk', answerDays: 10 },
  { code: 'export', it: 'Ufficio Internazionalizzazione', en: 'Export office', answerDays: 14 },
]

export const SERVICES: { code: string; office: string; it: string; en: string; aboutIt: string; aboutEn: string }[] = [
  {
    code: 'machinery_grant',
    office: 'credit',
    it: 'Bando macchinari',
    en: 'Machinery grant',
    aboutIt: 'Contributo a fondo perduto per nuovi macchinari',
    aboutEn: 'Grant towards new machinery',
  },
  {
    code: 'credit_desk',
    office: 'credit',
    it: 'Sportello credito',
    en: 'Credit desk',
    aboutIt: 'Garanzie, debiti a breve portati a medio termine',
    aboutEn: 'Guarantees, short-term debt turned into medium-term loans',
  },
  {
    code: 'iso_9001',
    office: 'quality',
    it: 'Certificazione ISO 9001',
    en: 'ISO 9001 certification',
    aboutIt: 'Contributo sui costi di certificazione',
    aboutEn: 'Contribution to certification costs',
  },
  {
    code: 'step_training',
    office: 'training',
    it: 'Formazione STEP',
    en: 'STEP training',
    aboutIt: 'Corsi per titolari e dipendenti',
    aboutEn: 'Courses for owners and staff',
  },
  {
    code: 'new_businesses',
    office: 'new_business',
    it: 'Punto Nuove Imprese',
    en: 'New businesses desk',
    aboutIt: 'Avvio, passaggio generazionale',
    aboutEn: 'Start-up, handing on to the next generation',
  },
  {
    code: 'export_desk',
    office: 'export',
    it: 'Sportello internazionalizzazione',
    en: 'Export desk',
    aboutIt: 'Fiere, certificati di origine',
    aboutEn: 'Fairs, certificates of origin',
  },
  {
    code: 'digital_identity',
    office: 'services',
    it: 'SPID, firma digitale, cassetto',
    en: 'SPID, digital signature, document drawer',
    aboutIt: 'Rilascio in sede camerale',
    aboutEn: 'Issued at the Chamber',
  },
]

type NeedTypeRow = { code: string; it: string; en: string; shortIt: string; shortEn: string; services: string[] }

export const NEED_TYPES: NeedTypeRow[] = [
  {
    code: 'credit',
    it: 'Accesso al credito',
    en: 'Access to credit',
    shortIt: 'Credito',
    shortEn: 'Credit',
    services: ['credit_desk', 'machinery_grant'],
  },
  {
    code: 'chamber_services',
    it: 'Conoscere i servizi camerali',
    en: 'Knowing the Chamber’s services',
    shortIt: 'Servizi camerali',
    shortEn: 'Chamber services',
    services: ['digital_identity'],
  },
  {
    code: 'training',
    it: 'Formazione',
    en: 'Training',
    shortIt: 'Formazione',
    shortEn: 'Training',
    services: ['step_training'],
  },
  {
    code: 'quality',
    it: 'Certificazione di qualità',
    en: 'Quality certification',
    shortIt: 'Qualità',
    shortEn: 'Quality',
    services: ['iso_9001'],
  },
  {
    code: 'new_business',
    it: 'Supporto alle nuove imprese',
    en: 'Support for new businesses',
    shortIt: 'Nuove imprese',
    shortEn: 'New businesses',
    services: ['new_businesses'],
  },
  {
    code: 'export',
    it: 'Internazionalizzazione',
    en: 'Internationalisation',
    shortIt: 'Estero',
    shortEn: 'Export',
    services: ['export_desk'],
  },
  { code: 'other', it: 'Altri bisogni', en: 'Other needs', shortIt: 'Altro', shortEn: 'Other', services: [] },
]
