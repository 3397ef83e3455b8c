import { bindAccount, type Route } from '../../platform/http/bind.ts'
import * as contracts from './contract.ts'
import { openSample } from './service.ts'

export const routes: readonly Route[] = [bindAccount(contracts.openSample, (asking) => openSample(asking))]
