import { v7 as uuidv7 } from 'uuid'

export type Upload = { name: string; loaded: number; total: number }

/** `refusal` in words; null once the file is there. */
export type Sent = { id: string; refusal: string | null }

/**
 * Sends the file as a bare body, so that the server can write it down as it comes; fetch cannot tell how much of a body
 * has gone, XMLHttpRequest can. Rejects where the connection is lost.
 */
export function sendFile(file: File, onProgress: (upload: Upload) => void): Promise<Sent> {
  const id = uuidv7()
  const request = new XMLHttpRequest()
  const tell = (loaded: number) => onProgress({ name: file.name, loaded, total: file.size })
  tell(0)
  request.upload.onprogress = (event) => tell(event.loaded)
  return new Promise((resolve, reject) => {
    request.onload = () => resolve({ id, refusal: request.status === 202 ? null : wordsOf(request.responseText) })
    request.onerror = () => reject(new Error('The connection was lost.'))
    request.onabort = request.onerror
    request.open('POST', `/api/register?${new URLSearchParams({ id, name: file.name })}`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.send(file)
  })
}

function wordsOf(answer: string): string {
  try {
    return String(JSON.parse(answer).message)
  } catch {
    return ''
  }
}
