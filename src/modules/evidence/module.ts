import { defineModule, derivation, guard } from '../../kernel/module.ts'
import { mayAccept } from './domain.ts'
import { evidence } from './register.ts'

export const module = defineModule({
  name: 'evidence',
  registers: [evidence],
  guards: [guard(evidence, 'accept', mayAccept)],
  // What is filed is known by the hash of its bytes; a link by the hash of its address.
  derivations: [
    derivation(evidence, (_before, after, facts) => ({
      hash: after.file ?? (after.url === null ? null : facts.digest(after.url)),
    })),
  ],
})
