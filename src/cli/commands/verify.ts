import { verifyLedger } from '../../platform/store/verify.ts'
import { within } from '../acting.ts'
import type { Command } from '../command.ts'

export const verify: Command = {
  name: 'verify',
  rest: [],
  options: { organisation: { type: 'string', required: true } },
  async run({ open, words }, args) {
    const installation = await open()
    const keys = await installation.verifierKeys()
    const found = await within(installation, args.text('organisation') ?? '', (ctx) => verifyLedger(ctx, keys))
    const { size, root, flaws, erased, statedUntil, checkpoints } = found
    const lines = [
      words(found.ok ? 'cli.verify.ok' : 'cli.verify.broken', { size, root, flaws: flaws.length }),
      words('cli.verify.checkpoints', { checkpoints }),
      ...(erased > 0 ? [words('cli.verify.erased', { erased })] : []),
      ...(statedUntil > 0 ? [words('cli.verify.stated', { statedUntil })] : []),
      ...flaws.map(({ sequence, code }) => `  ${sequence}: ${words(code)}`),
    ]
    return { value: found, lines, isNo: !found.ok }
  },
}
