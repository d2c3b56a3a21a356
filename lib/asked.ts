/** The header in which the server tells its pages the path that was asked for: Next.js keeps it from them. */
export const ASKED = 'x-asked'
