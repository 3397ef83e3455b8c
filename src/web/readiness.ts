import type { Severity as Grade, Stage } from '../kernel/rule.ts'
import type { ReadinessReply } from '../modules/readiness/contract.ts'
import type { ExpectedFinding } from '../modules/readiness/domain/answer.ts'
import { sentences } from '../modules/readiness/domain/wording.ts'
import type { Severity } from './kit/Mark.tsx'
import type { Speech } from './text.ts'

export type {
  DifferenceReply,
  ForecastReply,
  ParametersReply,
  ReadinessReply,
  TrendReply,
} from '../modules/readiness/contract.ts'
export type { ExpectedFinding, Question } from '../modules/readiness/domain/answer.ts'
export type { Stage }

export const STAGES = ['S1', 'S2', 'SV', 'RC'] as const satisfies readonly Stage[]

const MARKS: Readonly<Record<Grade, Severity>> = { MAJ: 'major', MIN: 'minor', OFI: 'improve' }

export function markOf(finding: { readonly severity: Grade }): Severity {
  return MARKS[finding.severity]
}

/** The mark of where a finding stands; what is in hand has none, because an auditor does not raise it again. */
export function markOfPlace(place: Grade | 'known'): Severity | null {
  return place === 'known' ? null : MARKS[place]
}

/** Every expected finding of an answer, the gravest first. */
export function findingsOf(answer: ReadinessReply): ReadinessReply['major'] {
  return [...answer.major, ...answer.minor, ...answer.ofi]
}

/** What a finding says: one sentence for each thing that it has to say. */
export function sentencesOf(finding: ExpectedFinding, speech: Speech): readonly string[] {
  return sentences(speech, finding)
}

/** The chapter of the standard: 6 of 6.1.3 f, A.8 of A.8.13. */
export function chapterOf(clause: string): string {
  const parts = clause.split('.')
  return clause.startsWith('A.') ? parts.slice(0, 2).join('.') : (parts[0] ?? clause)
}

/** Findings by chapter, in the order of the standard: clauses first, then Annex A. */
export function byChapter<T extends { readonly clause: string }>(
  findings: readonly T[],
): readonly (readonly [string, readonly T[]])[] {
  const chapters = new Map<string, T[]>()
  for (const finding of findings) {
    const chapter = chapterOf(finding.clause)
    chapters.set(chapter, [...(chapters.get(chapter) ?? []), finding])
  }
  return [...chapters].toSorted(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b))
}

function rank(chapter: string): number {
  const number = Number(chapter.replace('A.', ''))
  return (chapter.startsWith('A.') ? 100 : 0) + (Number.isFinite(number) ? number : 50)
}
