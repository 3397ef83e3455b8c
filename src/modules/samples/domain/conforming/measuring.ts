import { addDays } from '../../../../kernel/calendar.ts'
import type { RecordId } from '../../../../kernel/register.ts'
import { evaluationReport } from '../../../objectives/registers/evaluation-report.ts'
import { measurement } from '../../../objectives/registers/measurement.ts'
import { metric } from '../../../objectives/registers/metric.ts'
import type { Builder } from '../builder.ts'
import type { People } from './people.ts'
import type { Risks } from './risks.ts'
import type { Scheme } from './scheme.ts'
import type { Soa } from './statement.ts'

export interface Measuring {
  /** Of an ISMS process, and of a control. */
  readonly metrics: readonly [RecordId, RecordId]
  /** Readings of the metric of a control, oldest first. */
  readonly controlReadings: readonly RecordId[]
  /** None before the initial audit: the first review is not held yet. Oldest first. */
  readonly evaluations: readonly RecordId[]
}

function addControlMetric(
  build: Builder,
  { officer, controls }: People & Soa,
  scheme: Scheme,
): { readonly made: RecordId; readonly readings: readonly RecordId[] } {
  const agreed = scheme.after({ days: 61 })
  const made = build.add(
    metric,
    {
      title: 'Updates binnen de termijn',
      subject: 'control',
      subjects: [controls.get('8.8') ?? ''],
      method: 'Tellen in het overzicht van het apparaatbeheer',
      unit: '%',
      limitLow: 90,
      frequencyMonths: 3,
      owner: officer,
    },
    { key: 'metric.updates', validFrom: agreed },
  )
  const readings = scheme
    .turns({ months: 3 }, { days: 22 })
    .filter((day) => day > agreed)
    .map((day) => build.add(measurement, { metric: made, value: 96, at: day, by: officer }))
  return { made, readings }
}

/** What 9.1 asks: for each metric how, when and who; readings that were looked at; and once a year what it all means. */
export function addMeasuring(build: Builder, about: People & Soa & Risks, scheme: Scheme): Measuring {
  const { officer, director } = about
  const { made, readings } = addControlMetric(build, about, scheme)
  const metrics = [about.metric, made] as const
  for (const id of metrics) {
    build.set(metric, id, {
      whenMeasured: 'In de laatste week van elk kwartaal',
      whoMeasures: officer,
      whenEvaluated: 'In het eerste overleg daarna',
      whoEvaluates: director,
    })
  }
  for (const { id, at } of build.all(measurement)) {
    if (typeof at !== 'string') continue
    build.set(measurement, id, {
      evaluatedBy: director,
      evaluatedAt: addDays(at, 7),
      conclusion: 'Zoals verwacht; we gaan zo door.',
    })
  }
  const days = scheme.phase === 'initial' ? [] : scheme.turns({ months: 6 }, { months: 2 })
  const evaluations = days.map((day, index) =>
    build.add(
      evaluationReport,
      {
        title: `Werkt het ISMS? (${index + 1})`,
        periodFrom: addDays(day, -182),
        periodTo: day,
        at: day,
        by: officer,
        metrics: [...metrics],
        suitability: 'Past bij wat wij doen.',
        adequacy: 'Er ontbreekt niets dat wij nodig hebben.',
        effectiveness: 'De maatregelen doen wat ze moeten doen.',
      },
      { key: `evaluation_report.${index + 1}` },
    ),
  )
  return { metrics, controlReadings: readings, evaluations }
}
