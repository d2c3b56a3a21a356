/** A signed-in user without a browser: keeps cookies, fetches pages, calls server actions as React does. */
export class Visitor {
  private readonly cookies = new Map<string, string>()

  constructor(readonly base: string) {}

  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(new URL(path, this.base), {
      redirect: 'manual',
      ...init,
      headers: { ...init.headers, cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') },
    })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      this.cookies.set(name, value)
    }
    return response
  }

  /** The page's HTML, read to its last byte. */
  async page(path: string): Promise<string> {
    const response = await this.request(path)
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
    return response.text()
  }

  async signIn(email: string, password: string): Promise<void> {
    const { csrfToken } = (await (await this.request('/api/auth/csrf')).json()) as { csrfToken: string }
    const body = new URLSearchParams({ csrfToken, email, password, json: 'true' })
    const response = await this.request('/api/auth/callback/credentials', { method: 'POST', body })
    if (!response.ok) throw new Error(`${email} cannot sign in: ${response.status} ${await response.text()}`)
  }

  /** Calls a server action from the page at `path` and returns React's answer, the refreshed page in it. */
  async act(path: string, actionId: string, args: unknown[]): Promise<string> {
    const response = await this.request(path, {
      method: 'POST',
      body: JSON.stringify(args),
      headers: { 'next-action': actionId, accept: 'text/x-component', 'content-type': 'text/plain;charset=UTF-8' },
    })
    if (response.status !== 200) throw new Error(`The action answered ${response.status}`)
    return response.text()
  }
}
