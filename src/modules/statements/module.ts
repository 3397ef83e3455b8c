import { defineModule } from '../../kernel/module.ts'
import { statement } from './registers/statement.ts'
import { statementLine } from './registers/statement-line.ts'

export const module = defineModule({ name: 'statements', registers: [statement, statementLine] })
