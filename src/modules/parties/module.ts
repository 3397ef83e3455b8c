import { defineModule } from '../../kernel/module.ts'
import { interestedParty } from './registers/interested-party.ts'
import { requirement } from './registers/requirement.ts'

export const module = defineModule({ name: 'parties', registers: [interestedParty, requirement] })
