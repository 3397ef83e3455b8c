import type { Messages } from '../../kernel/text.ts'

/** What the rules say in Dutch, as one chunk that only the pages load which speak of findings. */
const parts = import.meta.glob<Messages>('../../modules/*/text/rules/nl.json', { eager: true, import: 'default' })

export const messages: Messages = Object.assign({}, ...Object.values(parts))
