import { searchName } from '@/lib/firms/rules'

/** Legal forms as the register writes them out, by their InfoCamere code. Source: InfoCamere, nature giuridiche. */
const WRITTEN_OUT: Record<string, string> = {
  AC: 'associazione',
  AS: "societa' in accomandita semplice",
  AU: "societa' per azioni con socio unico",
  CC: "consorzio con attivita' esterna",
  CL: "societa' cooperativa a responsabilita limitata",
  CO: 'consorzio',
  CS: "consorzio senza attivita' esterna",
  DI: 'impresa individuale',
  EE: 'ente ecclesiastico',
  EN: 'ente',
  EP: 'ente pubblico economico',
  FO: 'fondazione',
  OO: 'cooperativa sociale',
  OS: "societa' consortile cooperativa a responsabilita' limitata",
  RC: "contratto di rete dotato di soggettivita' giuridica",
  RR: "societa' a responsabilita' limitata a capitale ridotto",
  RS: "societa' a responsabilita' limitata semplificata",
  SC: "societa' cooperativa",
  SE: "societa' semplice",
  SL: "societa' consortile a responsabilita' limitata",
  SN: "societa' in nome collettivo",
  SO: "societa' consortile per azioni",
  SP: "societa' per azioni",
  SR: "societa' a responsabilita' limitata",
  SS: "societa' costituita in base a leggi di altro stato",
  SU: "societa' a responsabilita' limitata con unico socio",
}

const BY_NAME = new Map(Object.entries(WRITTEN_OUT).map(([code, name]) => [searchName(name), code]))

/** The code of a legal form printed as a code or written out; a form without a known code stays as printed. */
export function judgeLegalForm(cell: string): string | null {
  const text = cell.replace(/\s+/g, ' ').trim()
  if (!text) return null
  return text.length === 2 ? text.toUpperCase() : (BY_NAME.get(searchName(text)) ?? text)
}
