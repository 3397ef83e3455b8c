import type { Messages } from '../../kernel/text.ts'

/** Every English word of the product, as one chunk: the frame's own and those of all modules. */
const parts = import.meta.glob<Messages>(['./en.json', './en/*.json', '../../modules/*/text/en.json'], {
  eager: true,
  import: 'default',
})

export const messages: Messages = Object.assign({}, ...Object.values(parts))
