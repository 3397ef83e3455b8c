import type { ExplainedReply } from '../../modules/readiness/contract.ts'
import {
  lookedForWords,
  nameOf,
  questionSentence,
  sentences,
  sinceWords,
  type Voice,
} from '../../modules/readiness/domain/wording.ts'

/** The explanation of one rule in words: what it asks, where it stands, and what was looked at. */

/** Leaves of the ledger are told apart by so many digits; the whole one is in the JSON. */
const HASH_DIGITS = 12

/** What a script reads: the answer with its sentences. */
export function explanationValue(voice: Voice, reply: ExplainedReply, owner: string | null): Record<string, unknown> {
  const { rule, finding, questions } = reply
  return {
    ...reply,
    title: voice.words(`rule.${rule.id}.title`),
    why: voice.words(`rule.${rule.id}.why`),
    clears: voice.words(`rule.${rule.id}.clears`),
    remedyOwner: owner,
    finding: finding === null ? null : { ...finding, sentence: sentences(voice, finding).join(' ') },
    questions: questions.map((each) => ({ ...each, sentence: questionSentence(voice, each) })),
  }
}

export function explanation(voice: Voice, reply: ExplainedReply, owner: string | null): readonly string[] {
  const { words } = voice
  const { rule, stage, at, ruleSet, standing } = reply
  const state = words(`cli.explain.state.${standing.state}`, { due: standing.due ?? '' })
  return [
    `${rule.id}  ${words(`rule.${rule.id}.title`)}`,
    words('cli.explain.head', { clause: rule.clause, basis: words(`basis.${rule.basis}`), stage, at, ruleSet }),
    words(`rule.${rule.id}.why`),
    '',
    standing.why === null ? state : `${state} ${words(`cli.explain.why.${standing.why}`)}`,
    ...(reply.isPreview ? [words('cli.explain.preview', { stage: rule.stage })] : []),
    ...objecting(voice, reply, owner),
    ...reply.questions.map((each) => `  ? ${questionSentence(voice, each)}`),
    ...evidence(voice, reply),
    ...reply.yearly.map((each) => yearlyLine(voice, each)),
    '',
    words('cli.readiness.forecast'),
  ]
}

function objecting(voice: Voice, { rule, finding }: ExplainedReply, owner: string | null): readonly string[] {
  if (finding === null) return []
  const { words } = voice
  const raised = finding.raisedBy === null ? '' : ` (${finding.raisedBy})`
  const objects = finding.objects.map(
    (object) => `  ${object.number}  ${nameOf(object)}${object.since === null ? '' : `  ${object.since}`}`,
  )
  return [
    `${words(`severity.${finding.severity}`)}${raised}: ${sentences(voice, finding).join(' ')}`,
    ...(finding.isTolerated ? [words('cli.explain.tolerated')] : []),
    words('cli.explain.since', { since: sinceWords(voice, finding) }),
    ...(finding.clearsAt === null ? [] : [words('cli.explain.by-itself', { at: finding.clearsAt })]),
    ...(objects.length === 0 ? [] : ['', words('cli.explain.objects', { n: objects.length }), ...objects]),
    '',
    words('cli.explain.clears', { clears: words(`rule.${rule.id}.clears`) }),
    words('cli.explain.remedy', { remedy: words(finding.remedy.key), owner: owner ?? words('cli.explain.nobody') }),
  ]
}

function evidence(voice: Voice, { lookedAt, finding }: ExplainedReply): readonly string[] {
  const { words } = voice
  const rows = lookedAt.records.map((record) => {
    const hash = record.hash === null ? '' : `  ${record.hash.slice(0, HASH_DIGITS)}`
    return `  ${record.number}  ${record.title}  v${record.version}${hash}`
  })
  const missed = finding === null ? [] : lookedForWords(voice, finding)
  return [
    ...(rows.length === 0 ? [] : ['', words('cli.explain.looked-at', { n: lookedAt.count }), ...rows]),
    ...(missed.length === 0 ? [] : ['', words('cli.explain.looked-for'), ...missed.map((said) => `  ${said}`)]),
  ]
}

function yearlyLine({ words }: Voice, { key, answer, answeredAt }: ExplainedReply['yearly'][number]): string {
  const said = answer === null ? words('cli.explain.unanswered') : words(`cli.explain.answer.${answer}`)
  return `${words(key)} ${said}${answeredAt === null ? '' : ` (${answeredAt})`}`
}
