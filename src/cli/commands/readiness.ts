import type { CalendarDate } from '../../kernel/register.ts'
import type { ReadinessReply } from '../../modules/readiness/contract.ts'
import type { ExpectedFinding } from '../../modules/readiness/domain/answer.ts'
import { questionSentence, sentences } from '../../modules/readiness/domain/wording.ts'
import { explained } from '../../modules/readiness/service/rules.ts'
import { readiness as ask, type ReadinessQuestion } from '../../modules/readiness/service.ts'
import { titles } from '../../platform/store/read.ts'
import { within } from '../acting.ts'
import type { Answer, Command, CommandContext } from '../command.ts'
import { dateOption } from '../speaking.ts'
import { explanation, explanationValue } from './explaining.ts'
import { stageOption } from './stage.ts'

const GROUPS = ['major', 'minor', 'ofi', 'known', 'preview'] as const

export const readiness: Command = {
  name: 'readiness',
  rest: [],
  options: {
    organisation: { type: 'string', required: true },
    stage: { type: 'string' },
    at: { type: 'string' },
    'as-true': { type: 'boolean' },
    explain: { type: 'string' },
    'rule-set': { type: 'string' },
  },
  async run(context, args) {
    const asked = {
      stage: stageOption(args.text('stage')),
      at: dateOption(args.text('at')),
      mode: args.flag('as-true') ? 'true' : 'known',
      ruleSet: args.text('rule-set') ?? undefined,
    } as const
    const organisation = args.text('organisation') ?? ''
    const rule = args.text('explain')
    return rule === null ? answer(context, organisation, asked) : explain(context, organisation, { ...asked, rule })
  },
}

async function answer(context: CommandContext, organisation: string, asked: ReadinessQuestion): Promise<Answer> {
  const { open, words, language } = context
  const installation = await open()
  const reply = await within(installation, organisation, (ctx) => ask(ctx, asked))
  const say = (finding: ExpectedFinding): string => sentences({ words, language }, finding).join(' ')
  const question = reply.question.map((each) => ({ ...each, sentence: questionSentence({ words, language }, each) }))
  return { value: { ...valueOf(reply, say), question }, lines: linesOf(context, reply, say) }
}

function valueOf(reply: ReadinessReply, say: (finding: ExpectedFinding) => string): Record<string, unknown> {
  const groups = GROUPS.map((group) => [group, reply[group].map((finding) => ({ ...finding, sentence: say(finding) }))])
  return { ...reply, ...Object.fromEntries(groups) }
}

function linesOf(
  { words, language }: CommandContext,
  reply: ReadinessReply,
  say: (finding: ExpectedFinding) => string,
): readonly string[] {
  const at: CalendarDate = reply.at
  const found = GROUPS.filter((group) => reply[group].length > 0).flatMap((group) => [
    '',
    words(`cli.readiness.${group}`, { n: reply[group].length }),
    ...reply[group].map((finding) => `  ${finding.rule}  ${say(finding)}`),
  ])
  const open = reply.question.map((each) => `  ${each.rule}  ${questionSentence({ words, language }, each)}`)
  const asked = open.length === 0 ? [] : ['', words('cli.readiness.question', { n: open.length }), ...open]
  const ready = words(reply.ready.ok ? 'cli.readiness.ready' : 'cli.readiness.not-ready', { stage: reply.stage })
  return [
    words('cli.readiness.head', { stage: reply.stage, at, ruleSet: reply.ruleSet }),
    ready,
    ...found,
    ...asked,
    '',
    words('cli.readiness.forecast'),
  ]
}

async function explain(
  { open, words, language }: CommandContext,
  organisation: string,
  asked: ReadinessQuestion & { readonly rule: string },
): Promise<Answer> {
  const installation = await open()
  const { reply, owner } = await within(installation, organisation, async (ctx) => {
    const told = await explained(ctx, asked)
    const id = told.finding?.remedy.owner ?? null
    const named = id === null ? {} : await titles(ctx, [id])
    return { reply: told, owner: id === null ? null : (named[id]?.title ?? null) }
  })
  const voice = { words, language }
  return { value: explanationValue(voice, reply, owner), lines: explanation(voice, reply, owner) }
}
