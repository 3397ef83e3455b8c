import { defineModule } from '../../kernel/module.ts'
import { asset } from './registers/asset.ts'
import { informationSystem } from './registers/information-system.ts'

export const module = defineModule({ name: 'assets', registers: [asset, informationSystem] })
