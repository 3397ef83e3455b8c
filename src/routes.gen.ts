// Written by script/generate-modules.ts from the folders of src/modules; do not edit.
import type { Route } from './platform/http/bind.ts'
import { routes as awareness } from './modules/awareness/routes.ts'
import { routes as calendars } from './modules/calendars/routes.ts'
import { routes as catalogue } from './modules/catalogue/routes.ts'
import { routes as digests } from './modules/digests/routes.ts'
import { routes as files } from './modules/files/routes.ts'
import { routes as guides } from './modules/guides/routes.ts'
import { routes as identity } from './modules/identity/routes.ts'
import { routes as imports } from './modules/imports/routes.ts'
import { routes as interviews } from './modules/interviews/routes.ts'
import { routes as ledger } from './modules/ledger/routes.ts'
import { routes as path } from './modules/path/routes.ts'
import { routes as readiness } from './modules/readiness/routes.ts'
import { routes as registers } from './modules/registers/routes.ts'
import { routes as reports } from './modules/reports/routes.ts'
import { routes as rhythms } from './modules/rhythms/routes.ts'
import { routes as risks } from './modules/risks/routes.ts'
import { routes as samples } from './modules/samples/routes.ts'
import { routes as statements } from './modules/statements/routes.ts'
import { routes as tasks } from './modules/tasks/routes.ts'
import { routes as today } from './modules/today/routes.ts'
import { routes as workshops } from './modules/workshops/routes.ts'
import { routes as workspaces } from './modules/workspaces/routes.ts'

export const routes: readonly Route[] = [
  ...awareness,
  ...calendars,
  ...catalogue,
  ...digests,
  ...files,
  ...guides,
  ...identity,
  ...imports,
  ...interviews,
  ...ledger,
  ...path,
  ...readiness,
  ...registers,
  ...reports,
  ...rhythms,
  ...risks,
  ...samples,
  ...statements,
  ...tasks,
  ...today,
  ...workshops,
  ...workspaces,
]
