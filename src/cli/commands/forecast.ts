import { Refusal } from '../../kernel/refusal.ts'
import type { ForecastReply } from '../../modules/readiness/contract.ts'
import { sentence } from '../../modules/readiness/domain/wording.ts'
import { forecast as ask } from '../../modules/readiness/service.ts'
import { within } from '../acting.ts'
import type { Command, CommandContext } from '../command.ts'
import { dateOption } from '../speaking.ts'
import { stageOption } from './stage.ts'

type Step = ForecastReply['steps'][number]
type Appears = Step['appears'][number]
type Say = (one: Pick<Appears, 'parts' | 'objects'>) => string

export const forecast: Command = {
  name: 'forecast',
  rest: [],
  options: {
    organisation: { type: 'string', required: true },
    stage: { type: 'string' },
    from: { type: 'string' },
    months: { type: 'string' },
    'rule-set': { type: 'string' },
  },
  async run(context, args) {
    const asked = {
      stage: stageOption(args.text('stage')),
      from: dateOption(args.text('from')),
      months: monthsOption(args.text('months')),
      ruleSet: args.text('rule-set') ?? undefined,
    }
    const installation = await context.open()
    const reply = await within(installation, args.text('organisation') ?? '', (ctx) => ask(ctx, asked))
    const say: Say = ({ parts, objects }) => parts.map((part) => sentence(context, part, objects)).join(' ')
    const steps = reply.steps.map((step) => ({
      ...step,
      appears: step.appears.map((one) => ({ ...one, sentence: say(one) })),
    }))
    return { value: { ...reply, steps }, lines: linesOf(context, reply, say) }
  },
}

/** Further ahead than a certificate lasts nothing can be said. */
const MOST_MONTHS = 36

function monthsOption(text: string | null): number {
  const months = text === null ? 12 : Number(text)
  if (!Number.isInteger(months) || months < 1 || months > MOST_MONTHS) {
    throw new Refusal('invalid', 'cli.no-months', { values: { text: text ?? '', most: MOST_MONTHS } })
  }
  return months
}

function linesOf({ words }: CommandContext, reply: ForecastReply, say: Say): readonly string[] {
  const { stage, from, to, ruleSet, steps } = reply
  const [first, ...later] = steps
  const now = first === undefined ? [] : [words('cli.forecast.now', { ...first.counts })]
  const audits = reply.audits.map((audit) =>
    words(audit.ready.ok ? 'cli.forecast.audit' : 'cli.forecast.audit-not-ready', {
      stage: audit.stage,
      at: audit.at,
      ...audit.counts,
    }),
  )
  return [
    words('cli.forecast.head', { stage, from, to, ruleSet }),
    ...now,
    ...audits,
    ...later.flatMap((step) => ['', step.at, ...changesOf(step, words, say)]),
    ...(later.length === 0 ? ['', words('cli.forecast.nothing')] : []),
    '',
    words('cli.readiness.forecast'),
  ]
}

function changesOf({ appears, clears }: Step, words: CommandContext['words'], say: Say): readonly string[] {
  const comes = appears.map((one) => `  + ${words(`severity.${one.severity}`)}  ${one.rule}  ${say(one)}`)
  const goes = clears.map((one) => `  − ${one.rule}  ${words(`cli.forecast.clears.${one.after ?? 'none'}`)}`)
  return [...comes, ...goes]
}
