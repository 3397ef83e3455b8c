import { defineModule } from '../../kernel/module.ts'
import { contextDetermination } from './registers/context-determination.ts'
import { contextIssue } from './registers/context-issue.ts'

export const module = defineModule({ name: 'context', registers: [contextIssue, contextDetermination] })
