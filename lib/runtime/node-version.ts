import { StartProblem } from '@/lib/runtime/problem'

/** What pg-boss asks for: under an older Node the jobs' process ends as soon as it begins, and imports with it. */
const LEAST = [22, 12] as const

/** Stops a server started by a Node of the system instead of the one that npm's scripts bring along (decision 001). */
export function checkNode(version = process.versions.node): void {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return
  throw new StartProblem(
    `This is Node ${version}; the server needs ${LEAST.join('.')} or later. ` +
      'Start it with npm start, npm run demo or npm run dev: they use the one that npm ci brings along.',
  )
}
