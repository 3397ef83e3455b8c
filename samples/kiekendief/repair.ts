/** What happens on 9 March 2026, after the sample ends: two owners, four signatures, and a statement in force. */
import { approval } from '../../src/modules/approvals/registers/approval.ts'
import { risk } from '../../src/modules/risks/registers/risk.ts'
import { statement } from '../../src/modules/statements/registers/statement.ts'
import type { Actor } from './cast.ts'
import { TREATED } from './risk-list.ts'
import { act, create, idOf, on, onReading, type Step, update } from './story.ts'

const DAY = '2026-03-09'

/** R-8 changed hands in January. */
const ownerOf = ({ key, owner }: (typeof TREATED)[number]): Actor => (key === 'R-8' ? 'tijs' : owner)

const signed = (of: (typeof TREATED)[number]): Step => {
  const by = ownerOf(of)
  const said = { decision: 'approved', by: idOf('person', by), capacity: 'risk_owner', at: DAY } as const
  return on(
    `${DAY} 11:00`,
    by,
    create(approval, `plan ${of.key}`, {
      ...said,
      kind: 'treatment_plan',
      subject: idOf('risk', of.key),
      subjectVersion: '3',
    }),
    create(approval, `rest ${of.key}`, { ...said, kind: 'residual_risk', subject: idOf('risk', of.key) }),
  )
}

export const repair: readonly Step[] = [
  on(
    `${DAY} 09:00`,
    'fenna',
    update(risk, 'R-4', { owner: idOf('person', 'sanne') }, 'Sanne Dijkgraaf is eigenaar van het middel'),
    update(risk, 'R-11', { owner: idOf('person', 'marit') }, 'Het contract staat op naam van Marit Kuipers'),
  ),
  ...TREATED.map(signed),
  onReading(`${DAY} 14:00`, 'marit', (isms) => [
    act(statement, '0.9', 'approve', { set: { frozenAt: isms.sequence } }),
  ]),
  on(`${DAY} 14:05`, 'marit', act(statement, '0.9', 'putInForce')),
]
