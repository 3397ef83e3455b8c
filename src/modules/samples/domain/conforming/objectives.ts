import type { RecordId } from '../../../../kernel/register.ts'
import { measurement } from '../../../objectives/registers/measurement.ts'
import { metric } from '../../../objectives/registers/metric.ts'
import { objective } from '../../../objectives/registers/objective.ts'
import type { Builder } from '../builder.ts'
import type { People } from './people.ts'
import { addReviewed } from './reviewed.ts'
import type { Scheme } from './scheme.ts'

export interface Objectives {
  readonly metric: RecordId
  readonly objectives: readonly RecordId[]
  /** The newest reading. */
  readonly measurement: RecordId
}

const GOALS = ['Meer meldingen', 'Minder storing', 'Iedereen weet het']

export function addObjectives(
  build: Builder,
  people: People,
  { about, scheme }: { readonly about: RecordId; readonly scheme: Scheme },
): Objectives {
  const agreed = scheme.after({ days: 61 })
  const made = build.add(
    metric,
    {
      title: 'Meldingen',
      subject: 'isms_process',
      method: 'Tellen',
      unit: 'stuks',
      frequencyMonths: 3,
      owner: people.officer,
    },
    { key: 'metric.reports', validFrom: agreed },
  )
  const objectives = GOALS.map((title, index) =>
    addReviewed(
      build,
      objective,
      {
        title,
        policyTheme: 'Bewust werken',
        metric: made,
        unit: 'stuks',
        target: 10,
        targetDate: scheme.ahead({ days: 304 }),
        what: 'Vertellen en oefenen',
        resources: 'Tien uur',
        responsible: people.officer,
        due: scheme.ahead({ days: 304 }),
        evaluationMethod: 'Tellen in december',
        frequencyMonths: 6,
        communicatedAt: agreed,
        risks: [about],
        approvedBy: people.director,
        approvedAt: agreed,
      },
      {
        first: agreed,
        turns: scheme.turns({ months: 6 }, { days: 46 }),
        on: (day) => (day === agreed ? {} : { reviewedAt: day }),
        key: `objective.${index + 1}`,
        state: 'active',
      },
    ),
  )
  const readings = scheme
    .turns({ months: 3 }, { days: 29 })
    .filter((day) => day > agreed)
    .map((day, index) => build.add(measurement, { metric: made, value: 4 + index, at: day, by: people.officer }))
  return { metric: made, objectives, measurement: readings.at(-1) ?? '' }
}
