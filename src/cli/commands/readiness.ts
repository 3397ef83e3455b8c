import { Refusal } from '../../kernel/refusal.ts'
import type { CalendarDate } from '../../kernel/register.ts'
import { STAGES, type Stage } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/text.ts'
import type { ReadinessReply } from '../../modules/readiness/contract.ts'
import type { ExpectedFinding } from '../../modules/readiness/domain/answer.ts'
import { questionSentence, sentences } from '../../modules/readiness/domain/wording.ts'
import { readiness as ask } from '../../modules/readiness/service.ts'
import { within } from '../acting.ts'
import type { Command } from '../command.ts'
import { dateOption } from '../speaking.ts'

const GROUPS = ['major', 'minor', 'ofi', 'known', 'preview'] as const

export const readiness: Command = {
  name: 'readiness',
  rest: [],
  options: {
    organisation: { type: 'string', required: true },
    stage: { type: 'string' },
    at: { type: 'string' },
    'as-true': { type: 'boolean' },
  },
  async run({ open, words, language }, args) {
    const installation = await open()
    const at = dateOption(args.text('at'))
    const asked = { stage: stageOf(args.text('stage')), at, mode: args.flag('as-true') ? 'true' : 'known' } as const
    const answer = await within(installation, args.text('organisation') ?? '', (ctx) => ask(ctx, asked))
    const say = (finding: ExpectedFinding): string => sentences({ words, language }, finding).join(' ')
    const question = answer.question.map((each) => ({ ...each, sentence: questionSentence({ words, language }, each) }))
    return { value: { ...valueOf(answer, say), question }, lines: linesOf(answer, words, say) }
  },
}

function stageOf(text: string | null): Stage {
  const stage = STAGES.find((known) => known === (text ?? 'S1'))
  if (stage === undefined) throw new Refusal('invalid', 'cli.no-stage', { values: { stages: STAGES.join(', ') } })
  return stage
}

function valueOf(answer: ReadinessReply, say: (finding: ExpectedFinding) => string): Record<string, unknown> {
  const groups = GROUPS.map((group) => [
    group,
    answer[group].map((finding) => ({ ...finding, sentence: say(finding) })),
  ])
  return { ...answer, ...Object.fromEntries(groups) }
}

function linesOf(answer: ReadinessReply, words: Words, say: (finding: ExpectedFinding) => string): readonly string[] {
  const at: CalendarDate = answer.at
  const found = GROUPS.filter((group) => answer[group].length > 0).flatMap((group) => [
    '',
    words(`cli.readiness.${group}`, { n: answer[group].length }),
    ...answer[group].map((finding) => `  ${finding.rule}  ${say(finding)}`),
  ])
  const ready = words(answer.ready.ok ? 'cli.readiness.ready' : 'cli.readiness.not-ready', { stage: answer.stage })
  return [
    words('cli.readiness.head', { stage: answer.stage, at, ruleSet: answer.ruleSet }),
    ready,
    ...found,
    '',
    words('cli.readiness.forecast'),
  ]
}
