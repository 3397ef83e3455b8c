import { defineModule, derivation, guard } from '../../kernel/module.ts'
import { hashes, mayAcknowledge, mayApprove, mayPutIntoEffect } from './domain.ts'
import { acknowledgement } from './registers/acknowledgement.ts'
import { document } from './registers/document.ts'
import { documentVersion } from './registers/document-version.ts'

export const module = defineModule({
  name: 'documents',
  registers: [document, documentVersion, acknowledgement],
  guards: [
    guard(documentVersion, 'approve', (record, { isms, person }) => mayApprove(isms, record, person)),
    guard(documentVersion, 'putIntoEffect', (record, { isms }) => mayPutIntoEffect(isms, record)),
    guard(acknowledgement, 'create', (record, { person }) => mayAcknowledge(record, person)),
  ],
  derivations: [derivation(documentVersion, (_before, after, facts) => hashes(after, facts))],
})
