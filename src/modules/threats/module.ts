import { defineModule } from '../../kernel/module.ts'
import { threatIntelItem } from './register.ts'

export const module = defineModule({ name: 'threats', registers: [threatIntelItem] })
