import { defineModule, derivation, guard } from '../../kernel/module.ts'
import { approvedAfter } from './domain/parameters.ts'
import { mayBeTold } from './domain.ts'
import { location } from './registers/location.ts'
import { organisation } from './registers/organisation.ts'
import { service } from './registers/service.ts'
import { unit } from './registers/unit.ts'

/** What top management approved is kept beside what is entered, so that a change waits for approval. */
const approved = derivation(organisation, (before, after, { act }) => {
  const parametersApproved = approvedAfter(act, before, after)
  return parametersApproved === null ? {} : { parametersApproved }
})

export const module = defineModule({
  name: 'organisation',
  registers: [organisation, unit, location, service],
  guards: [guard(organisation, 'create', mayBeTold), guard(organisation, 'update', mayBeTold)],
  derivations: [approved],
})
