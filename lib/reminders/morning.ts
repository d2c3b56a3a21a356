import 'server-only'
import { chamberIn } from '@/lib/chamber/mutations'
import { db } from '@/lib/db'
import { callbacksDue, confirmationsDue, visitsDue } from '@/lib/reminders/due'
import { writeLetter } from '@/lib/reminders/letter'
import { isMorning } from '@/lib/reminders/morning-hours'
import { codeOf, type Letter, openPost, type Post, type Posted } from '@/lib/reminders/post'
import { boundsOf, dateColumn, dayOf } from '@/lib/today/rules'

type Reader = { id: string; name: string; email: string; locale: string }

/**
 * Sends each promoter who wants it the visits and callbacks of their day: on the Chamber's working days, in the morning,
 * where there is something to tell, once. Run as often as one likes, by several processes at once. See
 * lib/decisions/024-morning-mail.md. Answers how many were sent.
 */
export async function sendMorningMails(now = new Date()): Promise<number> {
  if (!isMorning(now, await chamberIn(db))) return 0
  const post = openPost()
  if (!post) return 0
  try {
    return await sendAll(post, now)
  } finally {
    post.close()
  }
}

async function sendAll(post: Post, now: Date): Promise<number> {
  const day = dateColumn(dayOf(now))
  const readers = await db.user.findMany({
    where: {
      active: true,
      role: 'promoter',
      morningMail: true,
      morningMails: { none: { day, failedAt: null } },
    },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, email: true, locale: true },
  })
  const outcomes: string[] = []
  const tell = (words: string) => console.warn(`Morning e-mail: ${words}`)
  for (const reader of readers) {
    const letter = await letterFor(reader, now)
    if (!letter) continue
    if (outcomes.length === 0) {
      const problem = await post.greet().then(() => null, codeOf)
      // Nobody's name or address: a log is read by many.
      if (problem) {
        tell(`the server of SMTP_URL does not answer (${problem}); asked again in ten minutes.`)
        return 0
      }
    }
    if (!(await claim(reader.id, day))) continue
    const posted = await post.send(letter)
    await keep(reader.id, day, posted)
    outcomes.push(posted.outcome === 'sent' ? 'sent' : `${posted.outcome}, ${posted.code}`)
  }
  const failed = outcomes.filter((outcome) => outcome !== 'sent')
  if (failed.length > 0) tell(`${failed.length} of ${outcomes.length} not sent (${[...new Set(failed)].join('; ')}).`)
  return outcomes.length - failed.length
}

/** What there is to tell a reader today; null where there is nothing. */
async function letterFor({ id, email, name, locale }: Reader, now: Date): Promise<Letter | null> {
  const day = dayOf(now)
  const { from, to } = boundsOf(day)
  const [visits, callbacks, confirmations] = await Promise.all([
    visitsDue(id, from, to),
    callbacksDue(id, to),
    confirmationsDue(id, to),
  ])
  if (visits.length + callbacks.length + confirmations.length === 0) return null
  const words = writeLetter({ locale, name, now, visits, callbacks, confirmations, site: process.env.NEXTAUTH_URL })
  return { to: email, messageId: `<${day}.${id}@porta-a-porta>`, ...words }
}

async function keep(userId: string, day: Date, { outcome }: Posted): Promise<void> {
  if (outcome === 'lost') return
  const data = outcome === 'sent' ? { sentAt: new Date() } : { failedAt: new Date() }
  await db.morningMail.update({ where: { userId_day: { userId, day } }, data })
}

/** True for one caller alone; for one more after the server put the letter off. */
async function claim(userId: string, day: Date): Promise<boolean> {
  const claimed = await db.$queryRaw<unknown[]>`
    insert into morning_mail (user_id, day, updated_at) values (${userId}::uuid, ${day}::date, now())
    on conflict (user_id, day) do update
      set attempts = morning_mail.attempts + 1, claimed_at = now(), updated_at = now(), failed_at = null
      where morning_mail.failed_at is not null
    returning user_id`
  return claimed.length > 0
}
