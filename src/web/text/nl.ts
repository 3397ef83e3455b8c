import type { Messages } from '../../kernel/text.ts'

/** Every Dutch word of the product, as one chunk: the frame's own and those of all modules. */
const parts = import.meta.glob<Messages>(['./nl.json', './nl/*.json', '../../modules/*/text/nl.json'], {
  eager: true,
  import: 'default',
})

export const messages: Messages = Object.assign({}, ...Object.values(parts))
