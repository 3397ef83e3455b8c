import { bindAccount, type Route } from '../../platform/http/bind.ts'
import * as contracts from './contract.ts'
import * as service from './service.ts'

export const routes: readonly Route[] = [
  bindAccount(contracts.listControls, service.listControls),
  bindAccount(contracts.showControl, (_, { params }) => service.showControl(params)),
  bindAccount(contracts.listExplanations, service.listExplanations),
  bindAccount(contracts.listClauses, service.listClauses),
  bindAccount(contracts.listControls2013, service.listControls2013),
  bindAccount(contracts.showMapping, service.showMapping),
  bindAccount(contracts.listThreats, service.listThreats),
  bindAccount(contracts.listIncidentClasses, service.listIncidentClasses),
  bindAccount(contracts.listStandards, service.listStandards),
  bindAccount(contracts.listGlossary, service.listGlossary),
]
