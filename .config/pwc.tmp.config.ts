import base from './playwright.config'
export default { ...base, timeout: 240000, expect: { timeout: 60000 }, outputDir: '/tmp/pw_c', reporter: [['list']] }
