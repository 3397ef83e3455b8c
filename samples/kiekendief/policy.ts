/** The information security policy in its two versions, and what comes from outside: a law and the standard. */
import { document } from '../../src/modules/documents/registers/document.ts'
import { documentVersion } from '../../src/modules/documents/registers/document-version.ts'
import { act, create, idOf, on, type Step } from './story.ts'
import * as texts from './texts.ts'

/** How every document is kept. */
export const KEPT = {
  accessLevel: 'organisation',
  retentionMonths: 36,
  disposal: 'destroy',
  audience: { everyone: true },
} as const

export const identifierOf = (key: string): string => `KK-${key.slice(0, 4).toUpperCase()}`

const seen = (at: string) => ({ is: true, reviewer: idOf('person', 'fenna'), reviewedAt: at })
const flags = (at: string) => ({
  fitsPurpose: seen(at),
  hasObjectivesOrFramework: seen(at),
  commitsToRequirements: seen(at),
  commitsToImprovement: seen(at),
})

/** Whether outsiders may have it was never decided: that is a deviation. */
const policy: readonly Step[] = [
  on(
    '2025-10-13 10:00',
    'fenna',
    create(document, 'beleid', {
      ...KEPT,
      title: 'Informatiebeveiligingsbeleid',
      type: 'infosec_policy',
      docCode: 'D-02',
      identifier: identifierOf('beleid'),
      owner: idOf('person', 'marit'),
      classification: 'internal',
      topicControls: ['5.1'],
      reviewIntervalMonths: 12,
      nextReviewAt: '2027-01-20',
    }),
    create(documentVersion, 'beleid/1', {
      document: idOf('document', 'beleid'),
      versionLabel: '1',
      changes: 'Eerste versie',
      format: 'text',
      text: texts.FIRST_POLICY,
      author: idOf('person', 'fenna'),
      contentFlags: flags('2025-10-13'),
    }),
  ),
  on('2025-10-20 09:00', 'marit', act(documentVersion, 'beleid/1', 'approve')),
  on('2025-10-20 09:15', 'fenna', act(documentVersion, 'beleid/1', 'putIntoEffect')),
  on(
    '2026-01-13 14:00',
    'fenna',
    create(documentVersion, 'beleid/2', {
      document: idOf('document', 'beleid'),
      versionLabel: '2',
      changes: 'Eén bladzijde, in gewone taal, met wat iedereen moet doen',
      format: 'text',
      text: texts.POLICY,
      author: idOf('person', 'fenna'),
      contentFlags: flags('2026-01-13'),
    }),
    act(documentVersion, 'beleid/2', 'submit'),
  ),
  on('2026-01-20 10:00', 'marit', act(documentVersion, 'beleid/2', 'approve')),
  on('2026-01-20 10:20', 'fenna', act(documentVersion, 'beleid/1', 'supersede')),
  on('2026-01-20 10:25', 'fenna', act(documentVersion, 'beleid/2', 'putIntoEffect')),
]

const outside: readonly Step[] = [
  on(
    '2025-10-17 11:00',
    'fenna',
    create(document, 'avg', {
      ...KEPT,
      title: 'Algemene verordening gegevensbescherming',
      type: 'law',
      identifier: '(EU) 2016/679',
      owner: idOf('person', 'anouk'),
      classification: 'public',
      isExternal: true,
      source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
      checkedAt: '2025-10-17',
    }),
    create(document, 'norm', {
      ...KEPT,
      title: 'ISO/IEC 27001:2022 met wijzigingsblad 1:2024',
      type: 'standard',
      identifier: 'ISO/IEC 27001',
      owner: idOf('person', 'fenna'),
      classification: 'internal',
      isExternal: true,
      source: 'Gekocht exemplaar, op naam van Kiekendief',
      checkedAt: '2025-10-17',
    }),
  ),
]

export const policySteps: readonly Step[] = [...policy, ...outside]
