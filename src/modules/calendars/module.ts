import { defineModule } from '../../kernel/module.ts'
import { contracts } from './contract.ts'

export const module = defineModule({ name: 'calendars', contracts })
