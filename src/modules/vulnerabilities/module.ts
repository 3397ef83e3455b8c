import { defineModule } from '../../kernel/module.ts'
import { scanRun } from './registers/scan-run.ts'
import { vulnerability } from './registers/vulnerability.ts'
import { weakness } from './registers/weakness.ts'

export const module = defineModule({ name: 'vulnerabilities', registers: [scanRun, vulnerability, weakness] })
