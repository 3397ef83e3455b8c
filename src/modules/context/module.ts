import { defineModule, guard } from '../../kernel/module.ts'
import { contextDetermination } from './registers/context-determination.ts'
import { contextIssue } from './registers/context-issue.ts'

export const module = defineModule({
  name: 'context',
  registers: [contextIssue, contextDetermination],
  guards: [
    // What was decided stays as it was decided; whoever thinks otherwise reopens it first.
    guard(contextDetermination, 'update', ({ state }) =>
      state === 'draft' ? { ok: true } : { ok: false, why: 'context_determination.settled' },
    ),
  ],
})
