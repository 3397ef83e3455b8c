import { path as ask } from '../../modules/path/service.ts'
import { within } from '../acting.ts'
import type { Command } from '../command.ts'
import { dateOption } from '../speaking.ts'

export const path: Command = {
  name: 'path',
  rest: [],
  options: { organisation: { type: 'string', required: true }, at: { type: 'string' } },
  async run({ open, words }, args) {
    const at = dateOption(args.text('at'))
    const installation = await open()
    const reply = await within(installation, args.text('organisation') ?? '', (ctx) => ask(ctx, { at, mode: 'known' }))
    const { steps, plan } = reply
    const done = steps.filter(({ state }) => state === 'done').length
    return {
      value: reply,
      lines: [
        words('cli.path.head', { done, total: steps.length, at: reply.at }),
        ...steps.map(({ number, state, planned }) =>
          words('cli.path.step', {
            number,
            title: words(`path.step.${number}.title`),
            state: words(`path.state.${state}`),
            planned: planned === null ? '' : `${planned.start} – ${planned.end}`,
          }),
        ),
        '',
        words('cli.path.finish', { finish: plan.finish }),
        ...(plan.slack !== null && plan.slack < 0
          ? [words('cli.path.late', { target: plan.target ?? '', n: -plan.slack })]
          : []),
      ],
    }
  },
}
