import { defineModule } from '../../kernel/module.ts'
import { changeRecord } from './registers/change-record.ts'
import { ismsChange } from './registers/isms-change.ts'

export const module = defineModule({ name: 'changes', registers: [ismsChange, changeRecord] })
