import type { Messages } from '../../kernel/text.ts'

/** The Dutch words of every screen, as one chunk: the frame's own and those of the modules. The rules' come by themselves. */
const parts = import.meta.glob<Messages>(['./nl.json', './nl/*.json', '../../modules/*/text/nl.json'], {
  eager: true,
  import: 'default',
})

export const messages: Messages = Object.assign({}, ...Object.values(parts))
