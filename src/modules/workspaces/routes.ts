import { bindAccount, bindVisit, type Route } from '../../platform/http/bind.ts'
import * as contracts from './contract.ts'
import { bringWorkspace, workspaceFile } from './service.ts'

export const routes: readonly Route[] = [
  bindVisit(contracts.exportWorkspace, (visit) => workspaceFile(visit)),
  bindAccount(contracts.importWorkspace, (asking, { body }) => bringWorkspace(asking, body)),
]
