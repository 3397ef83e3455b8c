import type { z } from 'zod'
import type { Words } from '../../kernel/text.ts'
import type { readPath } from '../../modules/path/contract.ts'
import { path as ask } from '../../modules/path/service.ts'
import { within } from '../acting.ts'
import type { Command } from '../command.ts'
import { dateOption } from '../speaking.ts'

type Reply = z.input<typeof readPath.reply>

export const path: Command = {
  name: 'path',
  rest: [],
  options: { organisation: { type: 'string', required: true }, at: { type: 'string' } },
  async run({ open, words }, args) {
    const at = dateOption(args.text('at'))
    const installation = await open()
    const reply = await within(installation, args.text('organisation') ?? '', (ctx) => ask(ctx, { at, mode: 'known' }))
    const { steps } = reply
    const done = steps.filter(({ state }) => state === 'done').length
    return {
      value: reply,
      lines: [
        words('cli.path.head', { done, total: steps.length, at: reply.at }),
        ...steps.map((step) => stepLine(step, reply, words)),
        '',
        ...(reply.certificate === null ? planLines(reply, words) : upkeepLines(reply, reply.certificate, words)),
      ],
    }
  },
}

function stepLine({ number, state, planned }: Reply['steps'][number], { titles }: Reply, words: Words): string {
  const named = {
    number,
    title: words(`path.step.${number}.title`),
    state: words(`path.state.${state}`),
    planned: planned === null ? '' : `${planned.start} – ${planned.end}`,
  }
  const line = words('cli.path.step', named)
  const away = planned?.awaits ?? null
  return away === null ? line : `${line} ${words('cli.path.awaits', { name: titles[away]?.title ?? '' })}`
}

function planLines({ plan, titles }: Reply, words: Words): readonly string[] {
  const { finish, target, slack, help } = plan
  const lines = [words('cli.path.finish', { finish })]
  if (slack === null || slack >= 0) return lines
  lines.push(words('cli.path.late', { target: target ?? '', n: -slack }))
  return help === null ? lines : [...lines, helpLine(help, titles, words)]
}

function helpLine({ more, best }: NonNullable<Reply['plan']['help']>, titles: Reply['titles'], words: Words): string {
  if (more === null) return words('cli.path.best', { best })
  const who = more.person === null ? words(`path.giver.${more.job ?? 'everybody'}`) : titles[more.person]?.title
  return words('cli.path.more', { n: more.hours, who: who ?? '', finish: more.finish })
}

function upkeepLines(
  { steps, plan }: Reply,
  { validUntil }: NonNullable<Reply['certificate']>,
  words: Words,
): readonly string[] {
  const isLeft = steps.some(({ planned }) => planned !== null)
  return [
    words('cli.path.certified', { until: validUntil ?? '–' }),
    ...(isLeft ? [words('cli.path.upkeep', { finish: plan.finish })] : []),
  ]
}
