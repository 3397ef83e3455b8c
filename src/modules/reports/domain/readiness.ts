import type { CalendarDate } from '../../../kernel/register.ts'
import type { Severity } from '../../../kernel/rule.ts'
import type { ExpectedFinding, ObjectRef, Question } from '../../readiness/domain/answer.ts'
import {
  lookedForWords,
  nameOf as nameOfObject,
  questionSentence,
  sentences,
  type Voice,
} from '../../readiness/domain/wording.ts'
import type { Expectation, Foreseen } from './foreseen.ts'
import {
  type Basis,
  basisFacts,
  type Cover,
  footerOf,
  nameOf,
  organisationNames,
  type Speech,
  scopeWording,
} from './report.ts'

export interface ReportedFinding {
  readonly rule: string
  readonly clause: string
  readonly severity: Severity
  readonly title: string
  /** What is the matter, in a sentence for each thing. */
  readonly sentences: readonly string[]
  /** Named where they are too many for the sentences. */
  readonly objects: readonly string[]
  readonly lookedFor: readonly string[]
  readonly since: CalendarDate | null
  readonly clears: string
  readonly basis: string
  /** Why its severity is another than the rule's own, and whether a tolerance of the forecast makes it an OFI. */
  readonly remarks: readonly string[]
  readonly remedy: string
  readonly owner: string
}

export interface ReportedQuestion {
  readonly clause: string
  readonly question: string
  readonly bars: boolean
}

/** A day on which something changes if nobody acts. */
export interface ReportedTurn {
  readonly at: CalendarDate
  readonly appears: readonly string[]
  readonly clears: readonly string[]
}

export interface ReadinessReport {
  readonly cover: Cover
  readonly ready: boolean
  readonly counts: Readonly<Record<Severity, number>>
  readonly groups: readonly {
    readonly severity: Severity
    readonly title: string
    readonly findings: readonly ReportedFinding[]
  }[]
  readonly known: readonly ReportedFinding[]
  readonly preview: readonly ReportedFinding[]
  readonly questions: readonly ReportedQuestion[]
  readonly turns: readonly ReportedTurn[]
}

/** So many the sentences name themselves. */
const IN_SENTENCE = 6
/** More objects than this are counted: the registers name them all. */
const MOST_OBJECTS = 24

/** What management decides on: what an auditor would be expected to write down, why, and what to do about it. */
export function readinessReport(basis: Basis, foreseen: Foreseen, speech: Speech): ReadinessReport {
  const { words, day } = speech
  const { answer } = foreseen
  const names = organisationNames(basis.isms)
  const title = words('report.readiness.title', { stage: words(`stage.${answer.stage}.named`) })
  const counts = { MAJ: answer.major.length, MIN: answer.minor.length, OFI: answer.ofi.length }
  const told = { major: counts.MAJ, minor: counts.MIN, ofi: counts.OFI, questions: answer.ready.questions }
  const verdict = answer.ready.ok ? 'ready' : counts.MAJ > 0 ? 'notReady' : 'waits'
  const report = (findings: readonly ExpectedFinding[]) => findings.map((one) => reported(basis, one, speech))
  return {
    cover: {
      language: speech.language,
      title,
      organisation: names.legal,
      notice: null,
      facts: [
        { label: words('report.scope'), value: scopeWording(basis.isms, speech) },
        { label: words('report.readiness.stage'), value: words(`stage.${answer.stage}`) },
        { label: words('report.readiness.rules'), value: answer.ruleSet },
        ...basisFacts(basis, speech),
      ],
      summary: [
        words(`report.readiness.${verdict}`, { stage: words(`stage.${answer.stage}.named`), ...told }),
        words('report.readiness.would', told),
        words('report.readiness.forecast', { day: day(answer.at) }),
      ],
      footer: footerOf(`${names.name}, ${title}`, basis, speech),
      pageWords: words('report.page'),
    },
    ready: answer.ready.ok,
    counts,
    groups: (['MAJ', 'MIN', 'OFI'] as const).map((severity) => ({
      severity,
      title: words(`report.readiness.group.${severity}`, { n: counts[severity] }),
      findings: report({ MAJ: answer.major, MIN: answer.minor, OFI: answer.ofi }[severity]),
    })),
    known: report(answer.known),
    preview: report(answer.preview),
    questions: answer.question.map((question) => reportedQuestion(question, speech)),
    turns: foreseen.turns.map(({ at, appears, clears }) => ({
      at,
      appears: appears.map((one) => expectation(one, speech)),
      clears: clears.map((rule) => expectation({ rule, severity: null }, speech)),
    })),
  }
}

function reported({ isms }: Basis, finding: ExpectedFinding, speech: Speech): ReportedFinding {
  const { words } = speech
  const rule = finding.rule.replace(/:.*$/, '')
  const raised = finding.raisedBy === null ? [] : [words(`raised.${finding.raisedBy}`)]
  return {
    rule: finding.rule,
    clause: finding.clause,
    severity: finding.severity,
    title: words(`rule.${rule}.title`),
    sentences: sentences(voiceOf(speech), finding),
    objects: objectNames(finding.objects, speech),
    lookedFor: lookedForWords(voiceOf(speech), finding),
    since: finding.since,
    clears: words(`rule.${rule}.clears`),
    basis: words(`basis.${finding.basis}`),
    remarks: [...raised, ...(finding.isTolerated ? [words('report.readiness.tolerated')] : [])],
    remedy: words(finding.remedy.key),
    owner: nameOf(isms, finding.remedy.owner),
  }
}

function reportedQuestion(question: Question, speech: Speech): ReportedQuestion {
  return { clause: question.clause, question: questionSentence(voiceOf(speech), question), bars: question.bars }
}

function expectation({ rule, severity }: Expectation, { words }: Speech): string {
  const [name = rule, heap] = rule.split(':')
  const title = words(`rule.${name}.title`)
  const said = heap === undefined ? title : `${title} (${heap})`
  return severity === null ? said : words(`report.readiness.appears.${severity}`, { what: said })
}

/** All objects, where the sentences cannot name them. */
function objectNames(objects: readonly ObjectRef[], { words }: Speech): readonly string[] {
  if (objects.length <= IN_SENTENCE) return []
  const shown = objects.slice(0, MOST_OBJECTS).map(nameOfObject)
  const rest = objects.length - shown.length
  return rest === 0 ? shown : [...shown, words('report.readiness.more', { n: rest })]
}

const voiceOf = ({ words, language }: Speech): Voice => ({ words, language })
