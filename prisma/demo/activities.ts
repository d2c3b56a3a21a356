import { personId } from './people'
import type { Row, Told } from './programme'
import type { Random } from './random'
import type { HeldVisit } from './visits'

type Of = { began: Date; importId: string; campaignId: string; firms: number }

/** What the activity log would hold had the programme been done with the product. */
export function tellActivities(random: Random, of: Of, told: Told[], visits: HeldVisit[]): Row[] {
  return [
    {
      id: random.id(of.began),
      at: of.began,
      user_id: personId('admin@demo.example'),
      verb: 'register.imported',
      subject_id: of.importId,
      firm_id: null,
      changes: JSON.stringify({ read: of.firms, new: of.firms }),
    },
    {
      id: random.id(of.began),
      at: of.began,
      user_id: personId('manager@demo.example'),
      verb: 'campaign.made',
      subject_id: of.campaignId,
      changes: '{}',
    },
    ...told.flatMap(({ calls }) =>
      calls.map((call) => ({
        id: random.id(call.at),
        at: call.at,
        user_id: call.user_id,
        verb: 'call.logged',
        subject_id: call.id,
        firm_id: call.firm_id,
        changes: JSON.stringify({ outcome: call.outcome }),
      })),
    ),
    ...visits.map(({ visit }) => ({
      id: random.id(visit.at),
      at: visit.at,
      user_id: visit.user_id,
      verb: 'visit.recorded',
      subject_id: visit.id,
      firm_id: visit.firm_id,
      changes: '{}',
    })),
  ]
}
