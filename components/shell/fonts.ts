import localFont from 'next/font/local'

/* From the npm package, so that building needs no network. Two faces, because each names the letters it holds: the
   extended one is fetched only where a name needs it. */
export const latin = localFont({
  src: [
    { path: '../../node_modules/@fontsource/titillium-web/files/titillium-web-latin-400-normal.woff2', weight: '400' },
    { path: '../../node_modules/@fontsource/titillium-web/files/titillium-web-latin-600-normal.woff2', weight: '600' },
    { path: '../../node_modules/@fontsource/titillium-web/files/titillium-web-latin-700-normal.woff2', weight: '700' },
  ],
  display: 'swap',
  variable: '--font-latin',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
    },
  ],
})

export const latinExt = localFont({
  src: [
    {
      path: '../../node_modules/@fontsource/titillium-web/files/titillium-web-latin-ext-400-normal.woff2',
      weight: '400',
    },
    {
      path: '../../node_modules/@fontsource/titillium-web/files/titillium-web-latin-ext-600-normal.woff2',
      weight: '600',
    },
    {
      path: '../../node_modules/@fontsource/titillium-web/files/titillium-web-latin-ext-700-normal.woff2',
      weight: '700',
    },
  ],
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  variable: '--font-latin-ext',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
    },
  ],
})
