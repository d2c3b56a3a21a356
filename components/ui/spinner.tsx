import { LoaderCircle } from 'lucide-react'

/** Turns while something waits; where motion is unwanted it goes, and the words beside it stay. */
export function Spinner({ size = 14 }: { size?: number }) {
  return <LoaderCircle size={size} strokeWidth={2} aria-hidden className="shrink-0 animate-spin motion-reduce:hidden" />
}
