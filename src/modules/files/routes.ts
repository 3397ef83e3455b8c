import { bindVisit, type Route } from '../../platform/http/bind.ts'
import * as contracts from './contract.ts'
import { aboutFile, addFile, readFile } from './service.ts'

export const routes: readonly Route[] = [
  bindVisit(contracts.addFile, (visit, { body }) => addFile(visit, body)),
  bindVisit(contracts.readFile, (visit, { params }) => readFile(visit, params.hash)),
  bindVisit(contracts.aboutFile, (visit, { params }) => aboutFile(visit, params.hash)),
]
