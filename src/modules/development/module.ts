import { defineModule } from '../../kernel/module.ts'
import { project } from './registers/project.ts'
import { release } from './registers/release.ts'

export const module = defineModule({ name: 'development', registers: [project, release] })
