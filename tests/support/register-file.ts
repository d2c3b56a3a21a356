import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { checkCharacter, inventedPartitaIva } from '@/prisma/demo/identifiers'
import { seeded } from '@/prisma/demo/random'

/** Header of the classic InfoCamere list. */
export const CLASSIC =
  'PRG;PRV;N-REG-IMP;N-REA;UL-SEDE;N-ALBO-AA;SEZ-REG-IMP;NG;DT-ISCR-RI;DT-ISCR-RD;DT-ISCR-AA;DT-APER-UL;DT-CESSAZ;' +
  'DT-INI-AT;DT-CES-AT;DT-FALLIM;DT-LIQUID;DENOMINAZIONE;INDIRIZZO;STRAD;CAP;COMUNE;FRAZIONE;ALTRE-INDICAZIONI;AA-ADD;' +
  'IND;DIP;C-FISCALE;PARTITA-IVA;TELEFONO;CAPITALE;ATTIVITA;CODICI-ATTIVITA;VALUTA-CAPITALE;IND_PEC'
export const CLASSIC_COLUMNS = CLASSIC.split(';')

/** One row of the classic list; columns not named are blank. */
export const classicRow = (cells: Record<string, string>, columns = CLASSIC_COLUMNS) =>
  columns.map((column) => cells[column] ?? '').join(';')

const WORDS = ['AGRO', 'PONTINA', 'LEPINI', 'CIRCEO', 'NINFA', 'ASTURA', 'SISTO', 'FOSSANOVA', 'SEMPREVISA', 'TIRRENA']
const TRADES: [string, string, string][] = [
  ['EDIL', '41.20', 'COSTRUZIONE DI EDIFICI'],
  ['FORNO', '10.71.1', 'PRODUZIONE DI PRODOTTI DI PANETTERIA FRESCHI'],
  ['CARPENTERIE', '25.11.00', 'FABBRICAZIONE DI STRUTTURE METALLICHE E PARTI ASSEMBLATE DI STRUTTURE'],
  ['AUTOTRASPORTI', '494100', 'TRASPORTO DI MERCI SU STRADA'],
  ['TRATTORIA', '56.10.11', 'RISTORAZIONE CON SOMMINISTRAZIONE'],
  ['IMPIANTI', 'P 43.21.01 / S 43.22.01', 'INSTALLAZIONE DI IMPIANTI ELETTRICI'],
  ['AZIENDA AGRICOLA', '1.13.1', 'COLTIVAZIONE DI ORTAGGI'],
  ['STUDIO', '70.22.09', "ATTIVITA' DI CONSULENZA IMPRENDITORIALE"],
  ['TESSITURA', '13.20', 'TESSITURA'],
  ['MOBILIFICIO', '3109', 'FABBRICAZIONE DI MOBILI'],
  ['COMMERCIALE', '47.71.10', 'COMMERCIO AL DETTAGLIO DI ARTICOLI DI ABBIGLIAMENTO'],
]
const PLACES = ['LATINA', 'APRILIA', 'TERRACINA', 'FORMIA', 'FONDI', 'CISTERNA DI LATINA', 'SEZZE', 'GAETA', 'MINTURNO']
const FORMS: [string, string][] = [
  ['SR', "SOCIETA' A RESPONSABILITA' LIMITATA"],
  ['SR', 'S.R.L.'],
  ['DI', ''],
  ['DI', ''],
  ['SN', 'S.N.C.'],
  ['AS', 'S.A.S.'],
  ['SP', 'S.P.A.'],
]
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A natural person's 16 characters with the right check character and a place of birth that does not exist (Z999). */
export function inventedPersonCode(number: number): string {
  const letters = Array.from({ length: 6 }, (_, i) => LETTERS[Math.floor(number / 20 ** i) % 20]).join('')
  const body = `${letters}${String(50 + (number % 50)).padStart(2, '0')}A${String(1 + (number % 28)).padStart(2, '0')}Z999`
  return `${body}${checkCharacter(body)}`
}

/** No firm of the demo has such a number, in its tax code or in its REA. */
const FIRST = 2_000_001

type Wishes = {
  rows: number
  seed?: number /** Share of firms whose staff and PEC are another than with 0. */
  drift?: number
}

/** The lines of a classic list: four firms in five have one site, a third has a telephone, a quarter are persons. */
export function* classicLines({ rows, seed = 1, drift = 0 }: Wishes): Generator<string> {
  yield CLASSIC
  const { next } = seeded(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const day = () =>
    `${String(1 + Math.floor(next() * 28)).padStart(2, '0')}/${String(1 + Math.floor(next() * 12)).padStart(2, '0')}/${1997 + Math.floor(next() * 28)}`
  let row = 0
  for (let number = FIRST; row < rows; number++) {
    const [trade, ateco, activity] = pick(TRADES)
    const [form, suffix] = pick(FORMS)
    const place = pick(PLACES)
    const company = inventedPartitaIva(number)
    const name = `${trade} ${pick(WORDS)} ${number} ${suffix}`.trim()
    const staff = Math.floor(next() ** 4 * 60)
    const changed = next() < drift
    const shared = {
      PRV: 'LT',
      'N-REG-IMP': `(LT-1997-${number})`,
      'N-REA': String(number),
      'SEZ-REG-IMP': form === 'DI' ? 'P' : 'O',
      NG: form,
      'DT-ISCR-RI': next() < 0.3 ? '19/02/1996' : day(),
      'DT-INI-AT': day(),
      'DT-CESSAZ': next() < 0.02 ? day() : '',
      DENOMINAZIONE: name,
      'AA-ADD': '2024',
      IND: '1',
      DIP: String(changed ? staff + 1 : staff),
      'C-FISCALE': form === 'DI' ? inventedPersonCode(number) : company,
      'PARTITA-IVA': company,
      TELEFONO: next() < 0.34 ? `0773/${String(number).padStart(7, '0')}` : '',
      CAPITALE: form === 'DI' ? '' : pick(['10.000,00', '100.000,00', '2.500,00', '19.362.700,00']),
      ATTIVITA: activity,
      'CODICI-ATTIVITA': ateco,
      'VALUTA-CAPITALE': form === 'DI' ? '' : 'EURO',
      IND_PEC: next() < 0.8 ? `${changed ? 'NUOVA.' : ''}IMPRESA${number}@PEC.EXAMPLE` : '',
    }
    const sites = next() < 0.2 ? 2 : 1
    for (let site = 0; site < sites && row < rows; site++) {
      row++
      yield classicRow({
        ...shared,
        PRG: String(row),
        'UL-SEDE': site === 0 ? 'SEDE' : `UL-${site}`,
        'DT-APER-UL': site === 0 ? '' : day(),
        INDIRIZZO: `VIA ${pick(WORDS)} ${1 + Math.floor(next() * 300)}`,
        CAP: `040${10 + Math.floor(next() * 20)}`,
        COMUNE: site > 0 && next() < 0.1 ? 'ROMA - RM' : `${place} - LT`,
      })
    }
  }
}

/** Writes such a list (Windows-1252, CRLF) to a path as it is made: memory does not grow with it. */
export async function writeClassicFile(path: string, wishes: Wishes): Promise<void> {
  const file = createWriteStream(path, 'latin1')
  let text = ''
  for (const line of classicLines(wishes)) {
    text += `${line}\r\n`
    if (text.length < 1 << 20) continue
    if (!file.write(text, 'latin1')) await once(file, 'drain')
    text = ''
  }
  file.end(text, 'latin1')
  await finished(file)
}
