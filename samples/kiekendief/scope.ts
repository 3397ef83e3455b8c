/** The border of the ISMS. The list of interfaces names the cloud host only: that is a deviation. */
import { scope } from '../../src/modules/scopes/register.ts'
import { ALL_ISSUES } from './context.ts'
import { ALL_LOCATIONS, ALL_UNITS } from './organisation.ts'
import { ALL_REQUIREMENTS } from './parties.ts'
import { act, create, idOf, idsOf, on, type Step } from './story.ts'
import { SYSTEMS_IN_SCOPE } from './systems.ts'

export const scopeSteps: readonly Step[] = [
  on(
    '2025-11-20 13:00',
    'fenna',
    create(scope, 'een', {
      title: 'Toepassingsgebied van het ISMS',
      versionLabel: '1',
      statement:
        'Het ontwikkelen, leveren en ondersteunen van de roosterdienst van Kiekendief Software B.V., vanuit het kantoor in Deventer en vanuit huis.',
      boundaries: {
        units: ALL_UNITS,
        locations: ALL_LOCATIONS,
        services: idsOf('service', 'roosterdienst'),
        systems: SYSTEMS_IN_SCOPE,
      },
      exclusions: 'Mail en identiteit, en de boekhouding: zie de redenen bij die systemen.',
      interfaces: [
        {
          what: 'Rekencentrum en database',
          with: 'Polderwolk Cloud B.V.',
          party: idOf('supplier', 'cloudhost'),
          border: 'De host beheert gebouw, netwerk en besturingssysteem; wij beheren alles binnen onze omgeving.',
          control: 'Contract, certificaat van de host, eigen back-up in een tweede rekencentrum.',
        },
      ],
      consideredIssues: ALL_ISSUES,
      consideredRequirements: ALL_REQUIREMENTS,
      document: idOf('document', 'toepassingsgebied'),
      owner: idOf('person', 'fenna'),
    }),
  ),
  on('2026-01-12 11:00', 'marit', act(scope, 'een', 'approve')),
  on('2026-01-12 11:20', 'fenna', act(scope, 'een', 'putInForce')),
]
