import { defineModule } from '../../kernel/module.ts'
import { competenceAction } from './registers/competence-action.ts'
import { competenceEvidence } from './registers/competence-evidence.ts'
import { competenceRequirement } from './registers/competence-requirement.ts'

export const module = defineModule({
  name: 'competences',
  registers: [competenceRequirement, competenceEvidence, competenceAction],
})
