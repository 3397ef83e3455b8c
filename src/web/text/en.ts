import type { Messages } from '../../kernel/text.ts'

/** The English words of every screen, as one chunk: the frame's own and those of the modules. The rules' come by themselves. */
const parts = import.meta.glob<Messages>(['./en.json', './en/*.json', '../../modules/*/text/en.json'], {
  eager: true,
  import: 'default',
})

export const messages: Messages = Object.assign({}, ...Object.values(parts))
