// Written by script/generate-modules.ts from the folders of src/modules; do not edit.
import type { Module } from './kernel/module.ts'
import { module as access } from './modules/access/module.ts'
import { module as actions } from './modules/actions/module.ts'
import { module as approvals } from './modules/approvals/module.ts'
import { module as assets } from './modules/assets/module.ts'
import { module as audits } from './modules/audits/module.ts'
import { module as awareness } from './modules/awareness/module.ts'
import { module as backups } from './modules/backups/module.ts'
import { module as calendars } from './modules/calendars/module.ts'
import { module as catalogue } from './modules/catalogue/module.ts'
import { module as certificates } from './modules/certificates/module.ts'
import { module as changes } from './modules/changes/module.ts'
import { module as communications } from './modules/communications/module.ts'
import { module as competences } from './modules/competences/module.ts'
import { module as complaints } from './modules/complaints/module.ts'
import { module as configurations } from './modules/configurations/module.ts'
import { module as context } from './modules/context/module.ts'
import { module as continuity } from './modules/continuity/module.ts'
import { module as controls } from './modules/controls/module.ts'
import { module as cryptography } from './modules/cryptography/module.ts'
import { module as development } from './modules/development/module.ts'
import { module as digests } from './modules/digests/module.ts'
import { module as documents } from './modules/documents/module.ts'
import { module as evidence } from './modules/evidence/module.ts'
import { module as exceptions } from './modules/exceptions/module.ts'
import { module as files } from './modules/files/module.ts'
import { module as guides } from './modules/guides/module.ts'
import { module as identity } from './modules/identity/module.ts'
import { module as imports } from './modules/imports/module.ts'
import { module as improvements } from './modules/improvements/module.ts'
import { module as incidents } from './modules/incidents/module.ts'
import { module as interviews } from './modules/interviews/module.ts'
import { module as ledger } from './modules/ledger/module.ts'
import { module as logs } from './modules/logs/module.ts'
import { module as nonconformities } from './modules/nonconformities/module.ts'
import { module as objectives } from './modules/objectives/module.ts'
import { module as organisation } from './modules/organisation/module.ts'
import { module as parties } from './modules/parties/module.ts'
import { module as path } from './modules/path/module.ts'
import { module as people } from './modules/people/module.ts'
import { module as premises } from './modules/premises/module.ts'
import { module as privacy } from './modules/privacy/module.ts'
import { module as processes } from './modules/processes/module.ts'
import { module as readiness } from './modules/readiness/module.ts'
import { module as registers } from './modules/registers/module.ts'
import { module as reports } from './modules/reports/module.ts'
import { module as resources } from './modules/resources/module.ts'
import { module as reviews } from './modules/reviews/module.ts'
import { module as rhythms } from './modules/rhythms/module.ts'
import { module as risks } from './modules/risks/module.ts'
import { module as samples } from './modules/samples/module.ts'
import { module as scopes } from './modules/scopes/module.ts'
import { module as statements } from './modules/statements/module.ts'
import { module as suppliers } from './modules/suppliers/module.ts'
import { module as tasks } from './modules/tasks/module.ts'
import { module as threats } from './modules/threats/module.ts'
import { module as today } from './modules/today/module.ts'
import { module as treatments } from './modules/treatments/module.ts'
import { module as vulnerabilities } from './modules/vulnerabilities/module.ts'
import { module as workshops } from './modules/workshops/module.ts'
import { module as workspaces } from './modules/workspaces/module.ts'

export const modules: readonly Module[] = [
  access,
  actions,
  approvals,
  assets,
  audits,
  awareness,
  backups,
  calendars,
  catalogue,
  certificates,
  changes,
  communications,
  competences,
  complaints,
  configurations,
  context,
  continuity,
  controls,
  cryptography,
  development,
  digests,
  documents,
  evidence,
  exceptions,
  files,
  guides,
  identity,
  imports,
  improvements,
  incidents,
  interviews,
  ledger,
  logs,
  nonconformities,
  objectives,
  organisation,
  parties,
  path,
  people,
  premises,
  privacy,
  processes,
  readiness,
  registers,
  reports,
  resources,
  reviews,
  rhythms,
  risks,
  samples,
  scopes,
  statements,
  suppliers,
  tasks,
  threats,
  today,
  treatments,
  vulnerabilities,
  workshops,
  workspaces,
]
