/** From nothing to most; the ink that can be read on each. */
export const SHADES = [
  'bg-s0 text-text-2',
  'bg-s1 text-s-ink-lo',
  'bg-s2 text-s-ink-lo',
  'bg-s3 text-s-ink-lo',
  'bg-s4 text-s-ink-lo',
  'bg-s5 text-s-ink-hi',
  'bg-s6 text-s-ink-hi',
]
