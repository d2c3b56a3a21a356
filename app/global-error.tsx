'use client'
import './globals.css'

/** When even the layout failed there are no texts to choose from: both languages are said. */
export default function GlobalErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  return (
    <html lang="it">
      <body className="font-sans">
        <title>Porta a Porta</title>
        <main className="mx-auto flex max-w-130 flex-col items-start gap-3 px-4 py-10">
          <h1 className="text-h1 font-bold">Non riesco ad aprire Porta a Porta.</h1>
          <p className="text-body">Quello che hai salvato è al sicuro. Riprova fra poco.</p>
          <p lang="en" className="text-body text-text-2">
            Could not open Porta a Porta. What you saved is safe: try again shortly.
          </p>
          <button
            type="button"
            onClick={retry}
            className="h-12 cursor-pointer rounded-m bg-primary px-3.5 font-semibold text-on-primary tablet:h-9"
          >
            Riprova / Try again
          </button>
          {reference && <p className="text-small text-text-3">{reference}</p>}
        </main>
      </body>
    </html>
  )
}
