import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { type Change, compareSides, type Side } from '@/lib/comparison/rules'
import { compareBasis, compareSentence } from '@/lib/comparison/tables'
import type { Likeness, Place } from '@/lib/composition/rules'
import { likenessSentence, placeSentence } from '@/lib/composition/sentences'
import { levelShares } from '@/lib/digital/rules'
import { theShare } from '@/lib/format'
import { compareGroups } from '@/lib/groups/rules'
import en from '@/lib/i18n/en/insight.json'
import it from '@/lib/i18n/it/insight.json'
import * as say from '@/lib/insight/sentences'
import type { Presented } from '@/lib/presented/rules'
import { type Cell, rank, sectorRows } from '@/lib/ranking/rules'
import { NEED_TYPES } from '@/prisma/catalogues/lists'

const words = {
  it: createTranslator({ locale: 'it', messages: { insight: it }, namespace: 'insight' }) as say.Words,
  en: createTranslator({ locale: 'en', messages: { insight: en }, namespace: 'insight' }) as say.Words,
}
const types = NEED_TYPES.map((type) => ({
  ...{ id: type.code, code: type.code, retired: false, nameIt: type.it, nameEn: type.en },
  ...{ shortIt: type.shortIt, shortEn: type.shortEn },
}))

type Say = (t: say.Words, locale: 'it' | 'en') => string
/** What is said in each language of one case. */
type Case = [name: string, sentence: Say, italian: string, english: string]
const each = (cases: Case[]) =>
  test.each(cases)('%s', (_, sentence, italian, english) => {
    expect(sentence(words.it, 'it')).toBe(italian)
    expect(sentence(words.en, 'en')).toBe(english)
  })

type Needs = Record<string, number>
/** Visited firms of a sector, or of one side of a flag, and how many of them ask for what. */
const cells = (visited: number, needs: Needs = {}, side: Partial<Cell> = { sectorId: 'food' }): Cell[] =>
  ([[null, visited], ...Object.entries(needs)] as [string | null, number][]).map(([needTypeId, firms]) => {
    return { sectorId: null, young: null, female: null, foreign: null, ...side, needTypeId, firms }
  })

describe('needs in their order', () => {
  const ranking =
    (visited: number, needs?: Needs, of?: say.ShareOf): Say =>
    (t, locale) =>
      say.rankingSentence(t, locale, rank(cells(visited, needs), types), of)
  each([
    [
      'nobody visited',
      ranking(0),
      'Nessun bisogno raccolto nelle visite di questo filtro.',
      'No needs recorded in the visits of this filter.',
    ],
    [
      'nothing asked for',
      ranking(40),
      'Nessun bisogno raccolto nelle visite di questo filtro.',
      'No needs recorded in the visits of this filter.',
    ],
    [
      'one firm',
      ranking(1, { credit: 1 }),
      '«Accesso al credito» è indicato dall’unica impresa visitata: troppo poco per percentuali e graduatorie.',
      '“Access to credit” is stated by the only firm visited: too little for percentages and rankings.',
    ],
    [
      'one of a few',
      ranking(8, { credit: 1 }),
      '«Accesso al credito» è indicato da una delle 8 imprese visitate: troppo poche per percentuali e graduatorie.',
      '“Access to credit” is stated by one of the 8 firms visited: too few for percentages and rankings.',
    ],
    [
      'some of a few',
      ranking(9, { credit: 3 }),
      '«Accesso al credito» è indicato da 3 delle 9 imprese visitate: troppo poche per percentuali e graduatorie.',
      '“Access to credit” is stated by 3 of the 9 firms visited: too few for percentages and rankings.',
    ],
    [
      'one need alone',
      ranking(50, { credit: 4 }),
      'Il solo bisogno espresso è «Accesso al credito»: lo indica l’8,0% delle imprese visitate.',
      'The only need stated is “Access to credit”: 8.0% of the firms visited state it.',
    ],
    [
      'one need alone, weighted',
      ranking(50, { credit: 4 }, 'frame'),
      'Il solo bisogno espresso è «Accesso al credito»: si stima che riguardi l’8,0% delle imprese dell’universo.',
      'The only need stated is “Access to credit”: an estimated 8.0% of the firms of the frame have it.',
    ],
    [
      'a first one, apart from the second',
      ranking(312, { credit: 187, training: 121 }),
      'Il primo bisogno è «Accesso al credito»: lo indica il 59,9% delle imprese visitate. Il distacco da «Formazione» (38,8%) supera l’incertezza.',
      'The first need is “Access to credit”: 59.9% of the firms visited state it. Its lead over “Training” (38.8%) exceeds the uncertainty.',
    ],
    [
      'a first one, weighted',
      ranking(312, { credit: 187, training: 121 }, 'frame'),
      'Il primo bisogno è «Accesso al credito»: si stima che lo esprima il 59,9% delle imprese dell’universo. Il distacco da «Formazione» (38,8%) supera l’incertezza.',
      'The first need is “Access to credit”: an estimated 59.9% of the firms of the frame state it. Its lead over “Training” (38.8%) exceeds the uncertainty.',
    ],
    [
      'two whose intervals overlap',
      ranking(312, { credit: 187, chamber_services: 162, training: 121 }),
      'Fra i primi bisogni delle imprese visitate: «Accesso al credito» (59,9%) e «Conoscere i servizi camerali» (51,9%). Gli intervalli si sovrappongono a quello del più indicato: quale sia davvero il primo non è certo.',
      'Among the first needs of the firms visited: “Access to credit” (59.9%) and “Knowing the Chamber’s services” (51.9%). Their intervals overlap that of the most stated: which one really comes first is not certain.',
    ],
    [
      'four, weighted',
      ranking(12, { credit: 6, training: 5, quality: 5, export: 4 }, 'frame'),
      'Fra i primi bisogni, secondo le stime sull’universo: «Accesso al credito» (50,0%), «Formazione» (41,7%), «Certificazione di qualità» (41,7%) e un altro. Gli intervalli si sovrappongono a quello del più indicato: quale sia davvero il primo non è certo.',
      'Among the first needs, as estimated for the frame: “Access to credit” (50.0%), “Training” (41.7%), “Quality certification” (41.7%) and one more. Their intervals overlap that of the most stated: which one really comes first is not certain.',
    ],
    [
      'five',
      ranking(12, { credit: 6, training: 5, quality: 5, export: 4, new_business: 4 }),
      'Fra i primi bisogni delle imprese visitate: «Accesso al credito» (50,0%), «Formazione» (41,7%), «Certificazione di qualità» (41,7%) e altri 2. Gli intervalli si sovrappongono a quello del più indicato: quale sia davvero il primo non è certo.',
      'Among the first needs of the firms visited: “Access to credit” (50.0%), “Training” (41.7%), “Quality certification” (41.7%) and 2 more. Their intervals overlap that of the most stated: which one really comes first is not certain.',
    ],
  ])
})

describe('the way of the firms', () => {
  const funnel =
    (contacted: number, visited: number, takenUp: number): Say =>
    (t, locale) =>
      say.funnelSentence(t, locale, reachOf(contacted, visited, takenUp))
  each([
    ['nobody', funnel(0, 0, 0), 'Nessuna impresa contattata in questo filtro.', 'No firm contacted in this filter.'],
    [
      'a few',
      funnel(8, 4, 1),
      'Imprese contattate: 8; visitate: 4; con un bisogno preso in carico: 1.',
      'Firms contacted: 8; visited: 4; with a need taken up: 1.',
    ],
    [
      'many, nobody visited',
      funnel(40, 0, 0),
      'Delle 40 imprese contattate nessuna è stata visitata (0,0%); nessuna ha almeno un bisogno preso in carico.',
      'Of the 40 firms contacted none was visited (0.0%); none has at least one need taken up.',
    ],
    [
      'many, one visited',
      funnel(40, 1, 1),
      'Delle 40 imprese contattate una è stata visitata (2,5%); una ha almeno un bisogno preso in carico.',
      'Of the 40 firms contacted one was visited (2.5%); one has at least one need taken up.',
    ],
    [
      'many',
      funnel(1500, 312, 201),
      'Delle 1.500 imprese contattate 312 sono state visitate (20,8%); 201 hanno almeno un bisogno preso in carico.',
      'Of the 1,500 firms contacted 312 were visited (20.8%); 201 have at least one need taken up.',
    ],
  ])
})

describe('coverage of the register', () => {
  const coverage =
    (share: number): Say =>
    (t, locale) =>
      say.coverageSentence(t, locale, share)
  each([
    ['nobody', coverage(0), '= 0,0% del Registro', '0.0% of the register'],
    ['one of very many', coverage(1 / 50_000), 'meno dello 0,1% del Registro', 'under 0.1% of the register'],
    ['many', coverage(0.0304), '= 3,0% del Registro', '3.0% of the register'],
  ])
})

describe('needs by sector', () => {
  const bySector =
    (sectors: [string, number, Needs][], of?: say.ShareOf): Say =>
    (t, locale) => {
      const all = sectors.flatMap(([sectorId, visited, needs]) => cells(visited, needs, { sectorId }))
      return say.sectorSentence(t, locale, sectorRows(all), rank(all, types)[0], of)
    }
  const food: [string, number, Needs] = ['food', 30, { credit: 28, training: 4 }]
  each([
    ['no visits', bySector([]), 'Nessuna visita in questo filtro.', 'No visits in this filter.'],
    [
      'nothing asked for',
      bySector([['food', 12, {}]]),
      'Nessun bisogno raccolto nelle visite di questo filtro.',
      'No needs recorded in the visits of this filter.',
    ],
    [
      'few in each',
      bySector([['food', 9, { credit: 8 }]]),
      'Nessun settore ha almeno 10 imprese visitate: si mostrano i conteggi.',
      'No sector has 10 firms visited or more: counts are shown.',
    ],
    [
      'level in the only one',
      bySector([['food', 20, { credit: 8, training: 8 }]]),
      '«Accesso al credito», il più indicato nel complesso, non prevale da solo nel solo settore con almeno 10 imprese visitate.',
      '“Access to credit”, stated most often overall, does not lead alone in the only sector with 10 or more firms visited.',
    ],
    [
      'level in two',
      bySector([
        ['food', 20, { credit: 8, training: 8 }],
        ['metals', 20, { credit: 8, training: 8 }],
      ]),
      '«Accesso al credito», il più indicato nel complesso, non prevale da solo in nessuno dei 2 settori con almeno 10 imprese visitate.',
      '“Access to credit”, stated most often overall, does not lead alone in any of the 2 sectors with 10 or more firms visited.',
    ],
    [
      'the only one, clearly',
      bySector([food]),
      'Fra le imprese visitate «Accesso al credito» è il bisogno più indicato nel solo settore con almeno 10 visitate; il distacco supera l’incertezza.',
      'Among the firms visited, “Access to credit” is stated most often in the only sector with 10 or more visited; its lead exceeds the uncertainty.',
    ],
    [
      'one of two, not clearly',
      bySector([
        ['food', 30, { credit: 10, training: 9 }],
        ['metals', 12, { credit: 5, training: 6 }],
      ]),
      'Fra le imprese visitate «Accesso al credito» è il bisogno più indicato in un settore su 2 con almeno 10 visitate; il distacco non supera l’incertezza.',
      'Among the firms visited, “Access to credit” is stated most often in one of 2 sectors with 10 or more visited; its lead does not exceed the uncertainty.',
    ],
    [
      'two, one of them clearly',
      bySector([food, ['metals', 12, { credit: 6, training: 5 }]]),
      'Fra le imprese visitate «Accesso al credito» è il bisogno più indicato in 2 settori su 2 con almeno 10 visitate; in uno il distacco supera l’incertezza.',
      'Among the firms visited, “Access to credit” is stated most often in 2 of 2 sectors with 10 or more visited; in one its lead exceeds the uncertainty.',
    ],
    [
      'two, none clearly',
      bySector([
        ['food', 30, { credit: 10, training: 9 }],
        ['metals', 12, { credit: 6, training: 5 }],
      ]),
      'Fra le imprese visitate «Accesso al credito» è il bisogno più indicato in 2 settori su 2 con almeno 10 visitate; in nessuno il distacco supera l’incertezza.',
      'Among the firms visited, “Access to credit” is stated most often in 2 of 2 sectors with 10 or more visited; in none does its lead exceed the uncertainty.',
    ],
    [
      'two, both clearly, weighted',
      bySector([food, ['metals', 30, { credit: 28 }]], 'frame'),
      'Secondo le stime sull’universo «Accesso al credito» è il bisogno più indicato in 2 settori su 2 con almeno 10 visitate; in 2 il distacco supera l’incertezza.',
      'As estimated for the frame, “Access to credit” is stated most often in 2 of 2 sectors with 10 or more visited; in 2 its lead exceeds the uncertainty.',
    ],
  ])
})

describe('digital readiness', () => {
  const digital =
    (offline: number, email: number, website: number, of?: say.ShareOf): Say =>
    (t, locale) => {
      const told = Object.entries({ none: offline, email, website }) as ['none' | 'email' | 'website', number][]
      const counts = told.map(([level, firms]) => ({ sectorId: 'food', level, firms }))
      return say.digitalSentence(t, locale, levelShares(counts), of)
    }
  each([
    [
      'no answer',
      digital(0, 0, 0),
      'Nessuna impresa ha ancora detto la sua presenza digitale in questo filtro.',
      'No firm has told its digital readiness in this filter yet.',
    ],
    [
      'one answer',
      digital(1, 0, 0),
      'Senza connessione: 1 su 1. Troppo poche risposte per una percentuale.',
      'No connection: 1 of 1. Too few answers for a percentage.',
    ],
    [
      'no website',
      digital(6, 14, 0),
      'È senza connessione il 30,0% delle imprese che hanno risposto (IC 95% 15–52); nessuna ha un sito.',
      '30.0% of the firms that answered have no connection (95% CI 15–52); none has a website.',
    ],
    [
      'one website, everybody else offline',
      digital(9, 1, 1),
      'È senza connessione l’81,8% delle imprese che hanno risposto (IC 95% 52–95); solo una ha un sito.',
      '81.8% of the firms that answered have no connection (95% CI 52–95); only one has a website.',
    ],
    [
      'nobody offline',
      digital(0, 10, 10),
      'È senza connessione lo 0,0% delle imprese che hanno risposto (IC 95% 0–16); 10 hanno un sito.',
      '0.0% of the firms that answered have no connection (95% CI 0–16); 10 have a website.',
    ],
    [
      'many',
      digital(495, 960, 45),
      'È senza connessione il 33,0% delle imprese che hanno risposto (IC 95% 31–35); 45 hanno un sito.',
      '33.0% of the firms that answered have no connection (95% CI 31–35); 45 have a website.',
    ],
    [
      'weighted',
      digital(495, 960, 45, 'frame'),
      'Si stima che sia senza connessione il 33,0% delle imprese dell’universo (IC 95% 31–35); fra quelle che hanno risposto 45 hanno un sito.',
      'An estimated 33.0% of the firms of the frame have no connection (95% CI 31–35); among those that answered 45 have a website.',
    ],
  ])
})

describe('groups against the others', () => {
  type Counts = [n: number, asking: number, others: number, othersAsking: number]
  const flagged = (flag: 'young' | 'female' | 'foreign', [n, asking, others, othersAsking]: Counts) => [
    ...cells(n, { training: asking }, { [flag]: true }),
    ...cells(others, { training: othersAsking }, { [flag]: false }),
  ]
  const groups =
    (...all: Cell[][]): Say =>
    (t, locale) =>
      say.groupSentence(t, locale, compareGroups([...cells(312, { training: 121 }), ...all.flat()], types))
  const more: Counts = [74, 47, 238, 74]
  const less: Counts = [90, 10, 222, 111]
  each([
    [
      'few in one of them',
      groups(flagged('young', [9, 9, 303, 112])),
      'Per un confronto servono almeno 10 imprese visitate per gruppo.',
      'A comparison takes at least 10 visited firms in each group.',
    ],
    [
      'a difference that many comparisons may bring by chance',
      groups(flagged('young', [64, 32, 248, 89])),
      'Nessun gruppo chiede qualcosa più o meno spesso delle altre imprese in modo distinguibile dal caso.',
      'No group asks for anything more or less often than the other firms in a way that can be told from chance.',
    ],
    [
      'more',
      groups(flagged('young', more)),
      'Le giovanili chiedono «Formazione» più delle altre: +32,4 punti (IC 95% +19,5 / +43,9).',
      'Youth-owned firms ask for “Training” more than the others: +32.4 points (95% CI +19.5 / +43.9).',
    ],
    [
      'less',
      groups(flagged('female', less)),
      'Le femminili chiedono «Formazione» meno delle altre: −38,9 punti (IC 95% −47,1 / −28,5).',
      'Women-owned firms ask for “Training” less than the others: −38.9 points (95% CI −47.1 / −28.5).',
    ],
    [
      'one more, one less',
      groups(flagged('young', more), flagged('foreign', less)),
      'Le giovanili chiedono «Formazione» più delle altre: +32,4 punti (IC 95% +19,5 / +43,9). Le straniere chiedono «Formazione» meno delle altre: −38,9 punti (IC 95% −47,1 / −28,5).',
      'Youth-owned firms ask for “Training” more than the others: +32.4 points (95% CI +19.5 / +43.9). Foreign-owned firms ask for “Training” less than the others: −38.9 points (95% CI −47.1 / −28.5).',
    ],
  ])
})

describe('week by week', () => {
  const weekly =
    (...weeks: [contacted: number, visited: number][]): Say =>
    (t, locale) =>
      say.trendSentence(
        t,
        locale,
        weeks.map(([contacted, visited], i) => ({
          monday: `2026-06-${8 + 7 * i}`.replace(/-(\d)$/, '-0$1'),
          contacted,
          visited,
          needs: 0,
        })),
      )
  each([
    [
      'no week',
      weekly(),
      'Nessun contatto, visita o bisogno in questo filtro.',
      'No contact, visit or need in this filter.',
    ],
    [
      'one visit in one week',
      weekly([1, 1]),
      'In una sola settimana un’impresa contattata e una visitata.',
      'In a single week one firm contacted and one visited.',
    ],
    [
      'calls in one week, no visit',
      weekly([1200, 0]),
      'In una sola settimana 1.200 imprese contattate e nessuna visitata.',
      'In a single week 1,200 firms contacted and none visited.',
    ],
    [
      'one visit in two weeks has no peak and no mean of nothing',
      weekly([3, 1], [0, 0]),
      'In media 1,5 imprese contattate e meno di una visitata a settimana, in 2 settimane.',
      'On average 1.5 firms contacted and fewer than one visited a week, over 2 weeks.',
    ],
    [
      'a call in two weeks',
      weekly([1, 0], [0, 0]),
      'In media meno di un’impresa contattata e nessuna visitata a settimana, in 2 settimane.',
      'On average fewer than one firm contacted and none visited a week, over 2 weeks.',
    ],
    [
      'a peak',
      weekly([20, 4], [60, 12]),
      'In media 40 imprese contattate e 8,0 visitate a settimana, in 2 settimane. Più visite nella settimana di lunedì 15 giugno 2026: 12 imprese.',
      'On average 40 firms contacted and 8.0 visited a week, over 2 weeks. Most visits in the week of Monday 15 June 2026: 12 firms.',
    ],
    [
      'two weeks alike',
      weekly([20, 4], [20, 4]),
      'In media 20 imprese contattate e 4,0 visitate a settimana, in 2 settimane.',
      'On average 20 firms contacted and 4.0 visited a week, over 2 weeks.',
    ],
  ])
})

describe('municipalities', () => {
  const place = (visited: number, registered: number): Place => ({ code: 'x', visited, registered, rate: null })
  const places =
    (...rows: Place[]): Say =>
    (t, locale) =>
      placeSentence(t, locale, rows)
  each([
    [
      'no visit',
      places(place(0, 500)),
      'Nessuna impresa visitata in un comune di questo filtro.',
      'No firm visited in a municipality of this filter.',
    ],
    [
      'everywhere',
      places(place(3, 500), place(3, 500)),
      '6,0 imprese visitate ogni 1.000 registrate; ogni comune ha almeno una visita.',
      '6.0 firms visited per 1,000 registered; every municipality has at least one visit.',
    ],
    [
      'one without',
      places(place(3, 500), place(0, 500)),
      '3,0 imprese visitate ogni 1.000 registrate; un comune su 2 è senza visite.',
      '3.0 firms visited per 1,000 registered; one of 2 municipalities is without visits.',
    ],
    [
      'one visit among very many firms',
      places(place(1, 50_000), place(0, 500), place(0, 500)),
      'Meno di 0,1 imprese visitate ogni 1.000 registrate; 2 comuni su 3 sono senza visite.',
      'Fewer than 0.1 firms visited per 1,000 registered; 2 of 3 municipalities are without visits.',
    ],
    [
      'firms that are in the filter no more',
      places(place(1, 0)),
      'Un’impresa visitata; oggi nessuna impresa attiva del Registro è in questo filtro.',
      'One firm visited; no active firm of today’s register is in this filter.',
    ],
  ])
})

describe('likeness to the register', () => {
  const line = (key: string, visitedShare: number, apart = true): Likeness => ({
    ...{ kind: 'size', key, register: 500, registerShare: 0.5, visited: 1, visitedShare, interval: null, apart },
  })
  const like =
    (visited: number, ...lines: Likeness[]): Say =>
    (t, locale) =>
      likenessSentence(t, locale, lines, ({ key }) => key, visited)
  each([
    ['nobody', like(0), 'Nessuna impresa visitata in questo filtro.', 'No firm visited in this filter.'],
    [
      'one',
      like(1, line('A', 1)),
      'Una sola impresa visitata: troppo poco per un confronto.',
      'Only one firm visited: too little to compare.',
    ],
    [
      'few',
      like(9, line('A', 1)),
      'Solo 9 imprese visitate: troppo poche per un confronto.',
      'Only 9 firms visited: too few to compare.',
    ],
    [
      'alike',
      like(90, line('A', 0.6, false)),
      'Guardando tutti i gruppi insieme, nessuna differenza dal Registro supera l’incertezza.',
      'With all groups looked at together, no difference from the register exceeds the uncertainty.',
    ],
    [
      'less',
      like(90, line('A', 0.25)),
      'Meno presenti che nel Registro: A (−25,0 punti).',
      'Less common than in the register: A (−25.0 points).',
    ],
    [
      'two more of three, and less',
      like(90, line('A', 0.6), line('B', 0.7), line('C', 0.8), line('D', 0.1)),
      'Più presenti che nel Registro: C (+30,0 punti) e B (+20,0 punti). Meno presenti che nel Registro: D (−40,0 punti).',
      'More common than in the register: C (+30.0 points) and B (+20.0 points). Less common than in the register: D (−40.0 points).',
    ],
  ])
})

describe('services presented', () => {
  const service = (name: string, known: number, knownAsked = 100): Presented => ({
    ...{ id: name, nameIt: name, nameEn: name, presented: 100, knownAsked, known },
    ...{ usedAsked: 0, used: 0, interestedAsked: 0, interested: 0 },
  })
  const presented =
    (...rows: Presented[]): Say =>
    (t, locale) =>
      say.presentedSentence(t, locale, rows)
  each([
    ['none', presented(), 'Nessun servizio presentato in questo filtro.', 'No service presented in this filter.'],
    [
      'nobody asked',
      presented(service('A', 0, 0)),
      'Nessuna impresa ha ancora detto se conosceva i servizi presentati.',
      'No firm has yet told whether it knew the services presented.',
    ],
    [
      'few answers',
      presented(service('A', 1, 4)),
      'Risposte che dicono il servizio già noto: 1 su 4. Troppo poche per una percentuale.',
      'Answers that say the service was known before: 1 of 4. Too few for a percentage.',
    ],
    [
      'known to nobody',
      presented(service('A', 0)),
      'I servizi presentati erano già noti in nessuna delle 100 risposte (0,0%).',
      'The services presented were known before in none of the 100 answers (0.0%).',
    ],
    [
      'known once',
      presented(service('A', 1)),
      'I servizi presentati erano già noti in una risposta su 100 (1,0%).',
      'The services presented were known before in one of 100 answers (1.0%).',
    ],
    [
      'no certain last',
      presented(service('A', 40), service('B', 45)),
      'I servizi presentati erano già noti in 85 risposte su 200 (42,5%).',
      'The services presented were known before in 85 of 200 answers (42.5%).',
    ],
    [
      'a certain last',
      presented(service('A', 10), service('B', 60)),
      'I servizi presentati erano già noti in 70 risposte su 200 (35,0%). Il meno noto: «A» (10,0%).',
      'The services presented were known before in 70 of 200 answers (35.0%). The least known: “A” (10.0%).',
    ],
  ])
})

describe('two sides', () => {
  const side = (contacted: number, visited: number, needs: Needs): Side => ({
    reach: reachOf(contacted, visited, 0),
    cells: cells(visited, needs),
    levels: [{ sectorId: 'food', level: 'none', firms: contacted }],
  })
  const [first, lower] = [side(1500, 312, { credit: 187 }), side(900, 200, { credit: 80 })]
  type Line = Change<say.TypeRow>
  const compared = (one: Side, two: Side, tell: (t: say.Words, locale: string, lines: Line[]) => string): Say => {
    return (t, locale) => tell(t, locale, compareSides({ first: one, second: two }, types))
  }
  const basis =
    (n: number, how: { asked: boolean; weighted: boolean; counted?: boolean }): Say =>
    (t, locale) => {
      const shared = new Map([['withNeeds', { n, first: n, second: n, both: n }]])
      return compareBasis(t, locale, compareSides({ first, second: lower, shared }, types), how)
    }
  each([
    [
      'few on one',
      compared(first, side(9, 3, { credit: 3 }), compareSentence),
      'Troppo poche imprese da una parte o dall’altra per un confronto: servono almeno 10 risposte per parte.',
      'Too few firms on one side or the other to compare: it takes at least 10 answers on each.',
    ],
    [
      'no difference that is certain',
      compared(first, first, compareSentence),
      'Guardando tutte le righe insieme, nessuna differenza supera l’incertezza.',
      'With all rows looked at together, no difference exceeds the uncertainty.',
    ],
    [
      'up',
      compared(first, lower, compareSentence),
      'Differenze che superano l’incertezza: Accesso al credito +19,9 punti (IC 95% +11,1 / +28,3).',
      'Differences that exceed the uncertainty: Access to credit +19.9 points (95% CI +11.1 / +28.3).',
    ],
    [
      'down',
      compared(lower, first, compareSentence),
      'Differenze che superano l’incertezza: Accesso al credito −19,9 punti (IC 95% −28,3 / −11,1).',
      'Differences that exceed the uncertainty: Access to credit −19.9 points (95% CI −28.3 / −11.1).',
    ],
    [
      'unweighted, nobody on both',
      basis(0, { asked: false, weighted: false }),
      'Quote non ponderate. Nessuna impresa visitata è in entrambe le parti.',
      'Shares not weighted. No visited firm is on both sides.',
    ],
    [
      'weights asked for that there are not, one on both',
      basis(1, { asked: true, weighted: false }),
      'Quote non ponderate: si pondera solo se entrambe le parti sono una campagna estratta a sorte. Un’impresa visitata è in entrambe le parti: gli intervalli ne tengono conto.',
      'Shares not weighted: that takes one drawn campaign on each side. One visited firm is on both sides: the intervals allow for it.',
    ],
    [
      'weighted, many on both',
      basis(30, { asked: true, weighted: true }),
      'Bisogni e presenza digitale ponderati sull’universo di ciascuna estrazione; visitate e imprese con bisogni sono conteggi. 30 imprese visitate sono in entrambe le parti: gli intervalli ne tengono conto.',
      'Needs and digital readiness weighted to the frame of each draw; firms visited and firms with needs are counts. 30 visited firms are on both sides: the intervals allow for it.',
    ],
    [
      'in a report, a few on both',
      basis(3, { asked: false, weighted: false, counted: false }),
      'Quote non ponderate. Alcune imprese visitate sono in entrambe le parti: gli intervalli ne tengono conto.',
      'Shares not weighted. Some visited firms are on both sides: the intervals allow for it.',
    ],
  ])
})

describe('the weights', () => {
  const strata = [
    { key: 'a', frame: 600, visited: 30, answered: 40 },
    { key: 'b', frame: 400, visited: 10, answered: 20 },
    { key: 'c', frame: 250, visited: 0, answered: 0 },
  ]
  each([
    [
      'of three strata, one of them without visits',
      (t, locale) => say.weightSentence(t, locale, { n: 1, count: '1' }, strata),
      'Quote ponderate sull’universo dell’estrazione (1.250 imprese in 3 strati): ogni impresa pesa N/n del suo strato, chi non è stato raggiunto conta come gli altri dello strato. 1 impresa visitata nel filtro; imprese estratte e visitate in tutto: 40, che per i pesi diseguali valgono come 36 (n effettiva; effetto del disegno di Kish 1,12); strati senza visite: 20,0% dell’universo. IC 95% con correzione per popolazione finita (Cochran), scala di Wilson; differenze: Newcombe. I passi dal primo contatto, i servizi presentati e la somiglianza al Registro non sono ponderati.',
      'Shares weighted to the frame of the draw (1,250 firms in 3 strata): each firm weighs N/n of its stratum, those not reached count like the others of it. 1 firm visited in the filter; firms drawn and visited in all: 40, which for their unequal weights say as much as 36 (effective n; Kish’s design effect 1.12); strata without visits: 20.0% of the frame. 95% CI with finite-population correction (Cochran) on Wilson’s scale; differences: Newcombe. The steps from first contact, the services presented and the likeness to the register are not weighted.',
    ],
  ])
})

test('the article of a share is that of the number said aloud', () => {
  const shares = [0.001, 0.01, 0.015, 0.08, 0.11, 0.18, 0.2, 0.8, 0.85, 1]
  expect(shares.map((share) => theShare('it', share))).toEqual([
    ...['lo 0,1%', 'l’1,0%', 'l’1,5%', 'l’8,0%', 'l’11,0%', 'il 18,0%', 'il 20,0%', 'l’80,0%', 'l’85,0%', 'il 100,0%'],
  ])
  expect(theShare('en', 0.08)).toBe('8.0%')
})

function reachOf(contacted: number, visited: number, takenUp: number) {
  const [reached, seen] = [
    { listed: contacted, tried: contacted, contacted },
    { appointment: visited, visited },
  ]
  return { ...reached, ...seen, withNeeds: visited, takenUp, met: 0 }
}
