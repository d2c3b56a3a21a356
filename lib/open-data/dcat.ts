import { LICENCES, type OpenDataSettings, TABLES, type TableId } from '@/lib/open-data/schema'
import { FEWEST_SHOWN } from '@/lib/statistics/suppression'

const EU = 'http://publications.europa.eu/resource/authority'

const TITLES: Record<TableId, [it: string, en: string]> = {
  'needs-by-sector': ['Bisogni delle imprese visitate per settore', 'Needs of the visited firms by sector'],
  'needs-by-size': ['Bisogni delle imprese visitate per classe di addetti', 'Needs of the visited firms by size'],
  'digital-by-sector': ['Presenza digitale delle imprese per settore', 'Digital readiness of firms by sector'],
  'contacts-by-municipality': [
    'Imprese contattate e visitate per comune',
    'Firms contacted and visited by municipality',
  ],
  programme: ['Imprese raggiunte dal programma', 'Firms reached by the programme'],
}

const both = ([it, en]: readonly [string, string]) => [
  { '@language': 'it', '@value': it },
  { '@language': 'en', '@value': en },
]
const ref = (id: string) => ({ '@id': id })
const day = (value: string) => ({ '@type': 'xsd:date', '@value': value })

type About = { site: string; closedOn: string; modified: string; publisher: string; settings: OpenDataSettings }

/**
 * The catalogue of all tables. Source: DCAT-AP_IT v1.1 (AgID), profile of the W3C's Data Catalog Vocabulary: the
 * obligatory properties of catalogue, dataset, distribution and agent.
 */
export function catalogueOf({ site, closedOn, modified, publisher, settings }: About) {
  const [name, address, type] = LICENCES[settings.licence]
  const agent = ref(`${site}/opendata#publisher`)
  const territory = ref(`${site}/opendata#territory`)
  const note: [string, string] = [
    `Conteggi al ${closedOn}. Le celle con meno di ${FEWEST_SHOWN} imprese, e quelle che le rivelerebbero, non sono pubblicate.`,
    `Counts as of ${closedOn}. Cells of fewer than ${FEWEST_SHOWN} firms, and those that would reveal them, are not published.`,
  ]
  const distribution = (table: TableId, format: 'csv' | 'json') => ({
    '@id': `${site}/opendata/${table}.${format}`,
    '@type': ['dcat:Distribution', 'dcatapit:Distribution'],
    'dct:title': both(TITLES[table]),
    'dct:format': ref(`${EU}/file-type/${format.toUpperCase()}`),
    'dcat:mediaType': format === 'csv' ? 'text/csv' : 'application/json',
    'dcat:accessURL': ref(`${site}/opendata/${table}.${format}`),
    'dcat:downloadURL': ref(`${site}/opendata/${table}.${format}`),
    'dct:license': ref(address),
    'dct:modified': day(modified),
  })
  const dataset = (table: TableId) => ({
    '@id': `${site}/opendata#${table}`,
    '@type': ['dcat:Dataset', 'dcatapit:Dataset'],
    'dct:identifier': `porta-a-porta:${table}`,
    'dct:title': both(TITLES[table]),
    'dct:description': both([`${TITLES[table][0]}. ${note[0]}`, `${TITLES[table][1]}. ${note[1]}`]),
    'dcat:theme': [ref(`${EU}/data-theme/ECON`)],
    'dct:accrualPeriodicity': ref(`${EU}/frequency/QUARTERLY`),
    'dct:language': [ref(`${EU}/language/ITA`), ref(`${EU}/language/ENG`)],
    'dct:modified': day(modified),
    'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:endDate': day(closedOn), 'schema:endDate': day(closedOn) },
    'dct:spatial': territory,
    'dct:publisher': agent,
    'dct:rightsHolder': agent,
    'dct:creator': agent,
    'dcat:distribution': [distribution(table, 'csv'), distribution(table, 'json')],
  })
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dcatapit: 'http://dati.gov.it/onto/dcatapit#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      locn: 'http://www.w3.org/ns/locn#',
      schema: 'http://schema.org/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@graph': [
      {
        '@id': `${site}/opendata`,
        '@type': ['dcat:Catalog', 'dcatapit:Catalog'],
        'dct:title': both([`Dati aperti, ${publisher}`, `Open data, ${publisher}`]),
        'dct:description': both([
          'Bisogni e presenza digitale delle imprese incontrate porta a porta dalla Camera di commercio.',
          'Needs and digital readiness of the firms the Chamber of Commerce goes to.',
        ]),
        'dct:publisher': agent,
        'dct:modified': day(modified),
        'dct:language': [ref(`${EU}/language/ITA`), ref(`${EU}/language/ENG`)],
        'dcat:themeTaxonomy': ref(`${EU}/data-theme`),
        'foaf:homepage': ref(`${site}/opendata`),
        'dcat:dataset': TABLES.map(dataset),
      },
      {
        ...agent,
        '@type': ['foaf:Agent', 'dcatapit:Agent'],
        'foaf:name': publisher,
        ...(settings.publisherCode ? { 'dct:identifier': settings.publisherCode } : {}),
      },
      { ...territory, '@type': ['dct:Location'], 'locn:geographicName': publisher },
      {
        ...ref(address),
        '@type': ['dct:LicenseDocument', 'dcatapit:LicenseDocument'],
        'foaf:name': name,
        'dct:type': ref(`https://w3id.org/italia/controlled-vocabulary/licences/${type}`),
      },
    ],
  }
}
