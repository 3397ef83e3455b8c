/** Three objectives, of which the third has nothing to measure it by: a deviation. And the metrics, first due on 1 April. */
import { approval } from '../../src/modules/approvals/registers/approval.ts'
import { measurement } from '../../src/modules/objectives/registers/measurement.ts'
import { metric } from '../../src/modules/objectives/registers/metric.ts'
import { objective } from '../../src/modules/objectives/registers/objective.ts'
import { managementReview } from '../../src/modules/reviews/registers/management-review.ts'
import { control } from './controls.ts'
import { ORGANISATION } from './organisation.ts'
import { act, create, idOf, idsOf, on, type Step, update } from './story.ts'

const person = (key: string) => idOf('person', key)

const metrics = [
  create(metric, 'bereikbaar', {
    title: 'Bereikbaarheid van de webdienst',
    subject: 'control',
    subjects: [control('8.14')],
    method: 'Minuten bereikbaar gedeeld door alle minuten, gemeten van buiten.',
    unit: '%',
    limitLow: 99.5,
    frequencyMonths: 3,
    whenMeasured: 'De eerste werkdag van elk kwartaal',
    whoMeasures: person('youssef'),
    whenEvaluated: 'Binnen twee weken daarna',
    whoEvaluates: person('fenna'),
    owner: person('ruben'),
  }),
  create(metric, 'kwetsbaar', {
    title: 'Ernstige kwetsbaarheden binnen dertig dagen verholpen',
    subject: 'control',
    subjects: [control('8.8')],
    method: 'Lijst uit de bouwstraat: op tijd verholpen gedeeld door alle ernstige.',
    unit: '%',
    limitLow: 90,
    frequencyMonths: 3,
    whenMeasured: 'De eerste werkdag van elk kwartaal',
    whoMeasures: person('tijs'),
    whenEvaluated: 'Binnen twee weken daarna',
    whoEvaluates: person('fenna'),
    owner: person('ruben'),
  }),
  create(metric, 'optijd', {
    title: 'Acties uit het behandelplan op tijd',
    subject: 'isms_process',
    subjects: idsOf('isms_process', 'behandelen'),
    method: 'Op tijd gedaan gedeeld door alle acties van het kwartaal, uit Waarborg.',
    unit: '%',
    limitLow: 80,
    frequencyMonths: 3,
    whenMeasured: 'De eerste werkdag van elk kwartaal',
    whoMeasures: person('fenna'),
    whenEvaluated: 'In het gesprek met de directie',
    whoEvaluates: person('marit'),
    owner: person('fenna'),
  }),
]

const objectives = [
  create(objective, 'bereikbaar', {
    title: 'De webdienst is er wanneer klanten roosters maken',
    policyTheme: 'Er zijn wanneer het nodig is',
    metric: idOf('metric', 'bereikbaar'),
    unit: '%',
    target: 99.8,
    targetDate: '2026-12-31',
    what: 'Over twee zones verdelen en de noodstand oefenen.',
    resources: 'Zes dagen platform, € 90 per maand',
    responsible: person('ruben'),
    due: '2026-12-31',
    evaluationMethod: 'Kwartaalcijfer naast het doel; bij minder een oorzaak en een maatregel.',
    frequencyMonths: 3,
    requirements: idsOf('requirement', 'sla'),
    risks: idsOf('risk', 'R-3'),
  }),
  create(objective, 'kwetsbaar', {
    title: 'Ernstige kwetsbaarheden zijn binnen dertig dagen weg',
    policyTheme: 'Niemand ziet wat hij niet hoort te zien',
    metric: idOf('metric', 'kwetsbaar'),
    unit: '%',
    target: 95,
    targetDate: '2026-12-31',
    what: 'Termijnen per ernst afdwingen in de bouwstraat.',
    resources: 'Drie dagen ontwikkelaar',
    responsible: person('tijs'),
    due: '2026-12-31',
    evaluationMethod: 'Kwartaalcijfer, en elk geval dat te laat was besproken.',
    frequencyMonths: 3,
    requirements: idsOf('requirement', 'bijlage3'),
    risks: idsOf('risk', 'R-8'),
  }),
  create(objective, 'bewustzijn', {
    title: 'Bewustzijn vergroten',
    policyTheme: 'Melden wat vreemd is',
    what: 'Iedereen volgt de uitleg en doet mee aan een oefening met een valse mail.',
    resources: 'Een uur per persoon, € 300',
    responsible: person('anouk'),
    due: '2026-12-31',
    evaluationMethod: 'Gesprek in het teamoverleg van december.',
    frequencyMonths: 12,
    risks: idsOf('risk', 'R-2', 'R-17'),
  }),
]

const OBJECTIVES = ['bereikbaar', 'kwetsbaar', 'bewustzijn']

export const objectiveSteps: readonly Step[] = [
  on(
    '2025-10-06 16:00',
    'marit',
    create(approval, 'middelen', {
      kind: 'resource',
      subject: idOf('organisation', ORGANISATION),
      subjectVersion: '2026',
      decision: 'approved',
      by: person('marit'),
      capacity: 'top_management',
      at: '2025-10-06',
      comment: 'Voor het eerste jaar: € 18.000 en twee dagen per week voor de coördinator.',
    }),
  ),
  on('2026-01-21 16:00', 'fenna', ...metrics, ...objectives),
  on(
    '2026-01-22 14:00',
    'marit',
    ...OBJECTIVES.map((key) => act(objective, key, 'approve', { set: { reviewedAt: '2026-01-22' } })),
  ),
  on(
    '2026-01-23 10:00',
    'fenna',
    ...[
      ['bereikbaar', 'youssef'],
      ['kwetsbaar', 'tijs'],
      ['optijd', 'fenna'],
    ].map(([key = '', by = '']) =>
      create(measurement, `${key} q1`, { metric: idOf('metric', key), plannedAt: '2026-04-01', by: person(by) }),
    ),
    create(managementReview, '2026', {
      title: 'Directiebeoordeling 2026',
      plannedAt: '2026-04-28',
      chair: person('marit'),
      attendees: idsOf('person', 'marit', 'fenna', 'ruben'),
    }),
  ),
  on(
    '2026-01-26 17:05',
    'fenna',
    ...OBJECTIVES.map((key) =>
      update(
        objective,
        key,
        { communicatedAt: '2026-01-26', communicatedTo: 'Alle medewerkers en ingehuurden, in het teamoverleg' },
        'Doelstellingen verteld in het teamoverleg',
      ),
    ),
  ),
  on(
    '2026-02-12 09:20',
    'fenna',
    update(
      managementReview,
      '2026',
      { attendees: idsOf('person', 'marit', 'fenna', 'ruben', 'youssef') },
      'Youssef el Amrani schuift aan',
    ),
  ),
]
