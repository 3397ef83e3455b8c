import type { LastChange } from '../../../kernel/isms.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import type { Answer, ExpectedFinding, SinceBy } from './answer.ts'

/** Since when, where no date tells: the ledger's last change of the fields that make an object fail. */

export interface SinceWhen {
  readonly since: CalendarDate | null
  readonly sinceBy: SinceBy | null
}

/** Nothing is the matter with an ISMS before it began, however old the papers are. */
export function notBefore(start: CalendarDate | null, since: CalendarDate, at: CalendarDate): CalendarDate {
  return start !== null && start <= at && since < start ? start : since
}

/** The earliest of what is known. */
export function firstOf(dated: readonly SinceWhen[]): SinceWhen {
  return dated.reduce<SinceWhen>(
    (best, next) => (next.since !== null && (best.since === null || next.since < best.since) ? next : best),
    { since: null, sinceBy: null },
  )
}

/** The day on which the last minor that was needed made the heap full; not told while one of them is not. */
export function sinceFull(minors: readonly ExpectedFinding[], least: number): SinceWhen {
  const days = minors.map((minor) => minor.since).filter((date) => date !== null)
  const full = days.length === minors.length ? days.sort()[Math.max(least, 1) - 1] : undefined
  return full === undefined ? { since: null, sinceBy: null } : { since: full, sinceBy: 'date' }
}

/** Every finding of an answer, whatever list it stands in. */
export function allFindings(answer: Answer): readonly ExpectedFinding[] {
  return [...answer.major, ...answer.minor, ...answer.ofi, ...answer.known, ...answer.preview]
}

/** Whose history has to be asked of the ledger before every `since` can be told. */
export function changesWanted(findings: readonly ExpectedFinding[]): readonly RecordId[] {
  const waiting = findings.flatMap(({ objects }) => objects.filter(({ sinceBy }) => sinceBy === 'change'))
  return [...new Set(waiting.filter(({ watch }) => watch.fields.length > 0).map(({ watch }) => watch.id))]
}

/** The day of a field's last change, never before the ISMS began. */
export function changedSince(lastChange: LastChange, start: CalendarDate | null, at: CalendarDate): LastChange {
  return (id, field) => {
    const since = lastChange(id, field)
    return since === null ? null : notBefore(start, since, at)
  }
}

/** The answer with every `since` that the ledger knows; the heaps of M-1 and M-4 are dated from their minors. */
export function datedAnswer(answer: Answer, lastChange: LastChange): Answer {
  const fill = (findings: readonly ExpectedFinding[]): readonly ExpectedFinding[] =>
    findings.map((finding) => dated(finding, lastChange))
  const minor = fill(answer.minor)
  return {
    ...answer,
    major: fill(answer.major).map((finding) => datedHeap(finding, minor)),
    minor,
    ofi: fill(answer.ofi),
    known: fill(answer.known),
    preview: fill(answer.preview),
  }
}

function datedHeap(finding: ExpectedFinding, minor: readonly ExpectedFinding[]): ExpectedFinding {
  const least = finding.parts[0]?.values['least']
  if (finding.minors.length === 0 || typeof least !== 'number') return finding
  const counted = minor.filter((one) => finding.minors.includes(one.rule))
  return { ...finding, ...sinceFull(counted, least) }
}

/** A field that was never changed is as it was when its record came to be; the ledger tells that day under this name. */
export const CREATION = '*'

export function dated(finding: ExpectedFinding, lastChange: LastChange): ExpectedFinding {
  const objects = finding.objects.map((object) => {
    if (object.sinceBy !== 'change') return object
    const { id, fields } = object.watch
    const dates = fields
      .map((field) => lastChange(id, field) ?? lastChange(id, CREATION))
      .filter((date) => date !== null)
    return { ...object, since: dates.sort().at(-1) ?? null }
  })
  const told = finding.sinceBy === 'change' ? firstOf(objects.map(({ since, sinceBy }) => ({ since, sinceBy }))) : null
  return told === null || told.since === null ? { ...finding, objects } : { ...finding, objects, ...told }
}
