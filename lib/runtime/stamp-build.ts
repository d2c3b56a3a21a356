import { stampBuild } from '@/lib/runtime/build'

// Last step of `npm run build`.
await stampBuild()
