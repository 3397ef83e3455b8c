import { defineModule, guard } from '../../kernel/module.ts'
import { mayHaveDays, mayImplement, mayPrepare } from './domain.ts'
import { audit } from './registers/audit.ts'
import { auditProgramme } from './registers/audit-programme.ts'
import { auditSample } from './registers/audit-sample.ts'
import { finding } from './registers/finding.ts'
import { programmeLine } from './registers/programme-line.ts'

export const module = defineModule({
  name: 'audits',
  registers: [auditProgramme, programmeLine, audit, auditSample, finding],
  guards: [
    guard(audit, 'prepare', mayPrepare),
    guard(audit, 'finishLooking', mayHaveDays),
    guard(audit, 'report', mayHaveDays),
    guard(finding, 'implement', mayImplement),
  ],
})
