import { bringSample } from '../../modules/samples/service.ts'
import { serveUntilStopped } from '../../server/main.ts'
import type { Command } from '../command.ts'

export const serve: Command = {
  name: 'serve',
  rest: [],
  options: { demo: { type: 'boolean' } },
  async run({ config, words, say }, args) {
    await serveUntilStopped(config, {
      say,
      prepare: async ({ store, fileBytes }) => {
        if (!args.flag('demo')) return
        const { name, slug } = await bringSample(store, { files: fileBytes })
        say(words('cli.demo', { name, slug }))
      },
    })
    return { value: null, lines: [] }
  },
}
