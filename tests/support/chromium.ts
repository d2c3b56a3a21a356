import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/**
 * The address bar of a window nobody sees is a page of its own, with hundreds of scripts: each new window spent a second
 * of the processor on it, beside the page under test. Of several such lists Chromium reads only the last, so that of
 * Playwright is said again as far as it matters here.
 */
const SWITCHED_OFF = [
  'WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,PreloadTopChromeWebUI',
  'AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
  'LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch',
].join()

/** Quiet on the network and steady on machines without a screen; root has no sandbox. */
export const CHROMIUM_ARGS = [
  `--disable-features=${SWITCHED_OFF}`,
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/**
 * A Chromium for the browser tests, and a sentence about where it came from: CHROMIUM_PATH, one of the system, else the
 * Debian package, else Playwright's own download (`path` is then undefined: Playwright knows it).
 */
export function findChromium(): { path: string | undefined; said: string } {
  const named = process.env.CHROMIUM_PATH
  if (named) return { path: named, said: `Chromium: ${named} (CHROMIUM_PATH).` }
  const system = installed()
  if (system) return { path: system, said: `Chromium: ${system} (of this system).` }
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version') && installPackage()) {
    return { path: installed(), said: `Chromium: ${installed()} (Debian package, just installed).` }
  }
  execFileSync('playwright', ['install', 'chromium'], { stdio: 'inherit' })
  return { path: undefined, said: "Chromium: Playwright's own download." }
}

const installed = () => KNOWN.find((file) => existsSync(file))

function installPackage() {
  console.info('No Chromium on this machine: installing the Debian package.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', PATH: `${process.env.PATH}:/usr/sbin:/sbin` }
  spawnSync('apt-get', ['update'], { stdio: 'inherit', env })
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'inherit', env })
  return installed() !== undefined
}
