import type { Isms } from '../../../kernel/isms.ts'
import { COMMON_BOUNDS } from '../../../kernel/parameters.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { informationSystem } from '../../assets/registers/information-system.ts'
import { control } from '../../controls/register.ts'
import { document } from '../../documents/registers/document.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { riskMethod } from '../../risks/registers/risk-method.ts'
import type { ParameterNote } from './answer.ts'
import { refOf } from './finding.ts'
import type { World } from './world.ts'

/** Twelve months between two assessments is what auditors find common (readiness 1.5). */
const METHOD_BOUND = 12

/**
 * Notes on the organisation's own rhythms (readiness 1.1, last paragraph): longer than is common, or the same for what is
 * most and what is least critical, without a reason. Never a finding on the records themselves.
 */
export function parameterNotes(isms: Isms, world: World): readonly ParameterNote[] {
  return [...unapproved(world), ...longParameters(world), ...sameRhythms(isms, world), ...longIntervals(isms, world)]
}

/** Own rules that nobody approved are what the organisation does, and no more; a change that waits does not count yet. */
function unapproved({ approval }: World): readonly ParameterNote[] {
  return approval === 'approved'
    ? []
    : [{ parameter: 'parameters', why: 'unapproved', value: 0, bound: 0, objects: [] }]
}

function longParameters({ parameters }: World): readonly ParameterNote[] {
  return COMMON_BOUNDS.flatMap(([parameter, bound]) => {
    const value = parameters[parameter]
    if (typeof value !== 'number' || value <= bound) return []
    return [{ parameter, why: 'long' as const, value, bound, objects: [] }]
  })
}

/** The most critical has the same rhythm as the least critical, and nobody wrote down why. */
function sameRhythms(isms: Isms, { parameters }: World): readonly ParameterNote[] {
  if ((isms.all(organisation)[0]?.parametersReason ?? '').trim() !== '') return []
  const pairs = [
    ['accessReviewCriticalMonths', 'accessReviewMonths'],
    ['supplierHighMonths', 'supplierLowMonths'],
    ['scanExternalMonths', 'scanInternalMonths'],
  ] as const
  return pairs
    .filter(([critical, common]) => parameters[critical] === parameters[common])
    .map(([parameter, common]) => ({
      parameter,
      why: 'same' as const,
      value: parameters[parameter],
      bound: parameters[common],
      objects: [],
    }))
}

/** Rhythms that stand on records: one note each, which names the records. */
function longIntervals(isms: Isms, world: World): readonly ParameterNote[] {
  const methods = isms.all(riskMethod).filter((one) => one.state === 'active')
  const systems = isms.all(informationSystem).filter((one) => one.state === 'active')
  const documents = isms.all(document).filter((one) => one.state === 'active')
  const long = <T extends { readonly id: RecordId }>(
    parameter: ParameterNote['parameter'],
    bound: number,
    rows: readonly T[],
    months: (row: T) => number | null,
  ): ParameterNote => {
    const over = rows.filter((row) => (months(row) ?? 0) > bound)
    const value = Math.max(bound, ...over.map((row) => months(row) ?? 0))
    return { parameter, why: 'long', value, bound, objects: over.map(({ id }) => refOf({ isms, world }, id)) }
  }
  return [
    long('riskMethodInterval', METHOD_BOUND, methods, (one) => one.intervalMonths),
    long('accessReviewMonths', 12, systems, (one) => one.accessReviewIntervalMonths),
    long('evidenceMonths', 12, isms.all(control), (one) => one.evidenceIntervalMonths),
    long('documentReviewMonths', 36, documents, (one) => one.reviewIntervalMonths),
  ].filter((note) => note.objects.length > 0)
}
