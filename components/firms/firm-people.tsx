import { getTranslations } from 'next-intl/server'
import { AddContact, EditContact } from '@/components/firms/contact-dialogs'
import { Avatar } from '@/components/ui/avatar'
import { Card } from '@/components/ui/card'
import { contactsOf } from '@/lib/contacts/queries'
import { can } from '@/lib/permissions'
import { gate } from '@/lib/session'

type FirmPeopleProps = { firm: { id: string; doNotContactSince: Date | null } }

/** People at the firm. Their numbers, too, are dead where the firm is not to be contacted. */
export async function FirmPeople({ firm }: FirmPeopleProps) {
  const [t, people, actor] = await Promise.all([
    getTranslations('firms.people'),
    contactsOf(firm.id),
    gate('firms.read'),
  ])
  const mayWrite = can(actor, 'firms.write')
  const linked = !firm.doNotContactSince
  const link = 'inline-flex min-h-6 max-w-full items-center truncate text-link underline'
  return (
    <Card id="people" title={t('title')} actions={mayWrite && <AddContact firmId={firm.id} />}>
      {people.length === 0 && <p className="text-table text-text-2">{t('empty')}</p>}
      <ul className="flex flex-col divide-y divide-border text-table">
        {people.map((person) => (
          <li key={person.id} className="flex gap-2.5 py-2 first:pt-0 last:pb-0">
            <Avatar name={person.name} />
            <div className="min-w-0 flex-1">
              <b className="font-semibold">{person.name}</b>
              {person.role && `, ${person.role}`}
              {person.ageBand && <p className="text-small text-text-2">{t(`ages.${person.ageBand}`)}</p>}
              {person.phone && (
                <p>
                  {linked ? (
                    <a href={`tel:${person.phone.replace(/[^\d+]/g, '')}`} className={link}>
                      {person.phone}
                    </a>
                  ) : (
                    person.phone
                  )}
                </p>
              )}
              {person.email && (
                <p>
                  {linked ? (
                    <a href={`mailto:${person.email}`} className={link}>
                      {person.email}
                    </a>
                  ) : (
                    person.email
                  )}
                </p>
              )}
            </div>
            {mayWrite && <EditContact contact={person} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}
