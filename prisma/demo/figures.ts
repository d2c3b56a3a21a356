/** The published figures of the programme (Camera di Commercio di Latina), which the demo holds exactly. */
export const VISITED = {
  construction: 56,
  services: 41,
  food: 41,
  minerals: 31,
  metals: 29,
  electrical: 27,
  textiles: 25,
  transport: 15,
  furniture: 13,
  catering: 12,
  shipbuilding: 7,
  other: 15,
}
export const VISITS = 312
export const CONTACTED = 1500
/** Of the contacted: 64 % e-mail, 3 % website, 33 % neither. */
export const DIGITAL = { email: 960, website: 45, none: 495 }
export const YOUNG_VISITED = 74
/** Visited firms that say they need it, in the published order; young firms clearly ahead on training. */
export const NEEDS = {
  credit: 187,
  chamber_services: 162,
  training: 121,
  quality: 78,
  new_business: 49,
  export: 44,
  other: 31,
}
export const YOUNG_TRAINING = 47
export const VISITED_WITHOUT_NEEDS = 23
/** How the needs stand: 441 of 672 taken up, 218 of them met. */
export const STANDING = {
  met: 218,
  not_met: 45,
  waiting: 48,
  in_progress: 70,
  taken_up: 60,
  referred: 190,
  recorded: 41,
}

/** Firms on the list of the campaign, and how those stand that were not visited. */
export const LISTED = 2600
export const STATES = {
  appointment: 24,
  interviewed: 540,
  callback: 60,
  refused: 524,
  do_not_contact: 40,
  unreached: 60,
  unreachable: 20,
  ceased: 10,
  tried: 330,
}
