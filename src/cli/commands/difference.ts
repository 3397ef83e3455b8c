import { Refusal } from '../../kernel/refusal.ts'
import type { DifferenceReply } from '../../modules/readiness/contract.ts'
import { sentence } from '../../modules/readiness/domain/wording.ts'
import { difference as ask } from '../../modules/readiness/service/difference.ts'
import { actorsOf } from '../../modules/registers/service/actors.ts'
import { within } from '../acting.ts'
import type { Command, CommandContext } from '../command.ts'
import { dateOption } from '../speaking.ts'
import { stageOption } from './stage.ts'

type Shown = DifferenceReply['appeared'][number]
type Deed = Shown['deeds'][number]

const GROUPS = ['appeared', 'changed', 'cleared'] as const

export const difference: Command = {
  name: 'difference',
  rest: [],
  options: {
    organisation: { type: 'string', required: true },
    from: { type: 'string', required: true },
    to: { type: 'string' },
    stage: { type: 'string' },
    'rule-set': { type: 'string' },
  },
  async run(context, args) {
    const from = dateOption(args.text('from'))
    if (from === undefined) throw new Refusal('invalid', 'cli.option-missing', { values: { option: 'from' } })
    const asked = {
      stage: stageOption(args.text('stage')),
      from,
      to: dateOption(args.text('to')),
      ruleSet: args.text('rule-set') ?? undefined,
    }
    const installation = await context.open()
    const reply = await within(installation, args.text('organisation') ?? '', (ctx, organisation) => {
      const naming = { services: installation, grant: { organisation }, words: context.words }
      return ask(ctx, asked, (acted) => actorsOf(naming, acted))
    })
    const worded = GROUPS.map((group) => [group, reply[group].map((one) => ({ ...one, sentence: said(context, one) }))])
    return { value: { ...reply, ...Object.fromEntries(worded) }, lines: linesOf(context, reply) }
  },
}

function said(context: CommandContext, { parts, objects }: Shown): string {
  return parts.map((part) => sentence(context, part, objects)).join(' ')
}

function linesOf(context: CommandContext, reply: DifferenceReply): readonly string[] {
  const { words } = context
  const { stage, from, to, ruleSet, before, after } = reply
  const groups = GROUPS.filter((group) => reply[group].length > 0).flatMap((group) => [
    '',
    words(`cli.difference.${group}`, { n: reply[group].length }),
    ...reply[group].flatMap((one) => findingLines(context, one)),
  ])
  return [
    words('cli.difference.head', { stage, from, to, ruleSet }),
    words('cli.difference.counts', { at: from, ...before.counts }),
    words('cli.difference.counts', { at: to, ...after.counts }),
    ...(groups.length === 0 ? ['', words('cli.difference.same')] : groups),
    '',
    words('cli.readiness.forecast'),
  ]
}

function findingLines(context: CommandContext, one: Shown): readonly string[] {
  const { words } = context
  const place = (of: Shown['before']): string =>
    words(of === null ? 'cli.difference.none' : `cli.difference.place.${of}`)
  const rest = one.deedCount - one.deeds.length
  return [
    `  ${one.rule}  ${place(one.before)} → ${place(one.after)}  ${said(context, one)}`,
    ...(one.by === 'time' ? [`    ${words('cli.difference.time')}`] : []),
    ...one.deeds.map((deed) => `    ${deedLine(context, deed)}`),
    ...(rest > 0 ? [`    ${words('cli.difference.more', { n: rest })}`] : []),
  ]
}

function deedLine({ words }: CommandContext, deed: Deed): string {
  const fields = deed.changed
    .filter((field) => field !== 'state')
    .map((field) => words(`${deed.register}.${field}`))
    .join(', ')
  const act = actWords(words, deed)
  const what = `${deed.recordedOn}  ${deed.actor.name}: ${act} ${deed.number} ${deed.title}`
  return `${what}${deed.act === 'create' || fields === '' ? '' : ` (${fields})`}${deed.reason === null ? '' : ` – ${deed.reason}`}`
}

function actWords(words: CommandContext['words'], { act, register }: Deed): string {
  if (act === 'create' || act === 'update') return words(`cli.difference.act.${act}`)
  return words(`${register}.act.${act}`)
}
