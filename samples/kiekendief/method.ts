/** Two versions of the method, five by five, and the first assessment. */
import { fiveByFive } from '../../src/modules/risks/domain/presets.ts'
import { riskAssessment } from '../../src/modules/risks/registers/risk-assessment.ts'
import { riskMethod } from '../../src/modules/risks/registers/risk-method.ts'
import english from '../../src/modules/risks/text/en.json' with { type: 'json' }
import dutch from '../../src/modules/risks/text/nl.json' with { type: 'json' }
import { wordsIn } from '../../src/platform/words.ts'
import { act, create, idOf, idsOf, on, type Step } from './story.ts'

const preset = fiveByFive(wordsIn({ nl: dutch, en: english })('nl'))

const CLASSES = ['Aanval van buiten', 'Fout van binnen', 'Uitval', 'Verlies of diefstal', 'Wet en contract']

const method = (version: string, approach: 'asset' | 'both') =>
  create(riskMethod, `versie-${version}`, {
    ...preset,
    versionLabel: version,
    approach,
    owner: idOf('person', 'fenna'),
    triggersNote: 'De coördinator beslist samen met de eigenaar of het genoeg is om opnieuw te beoordelen.',
    scenarioClasses: approach === 'both' ? CLASSES.map((name) => ({ name })) : [],
  })

export const METHOD = idOf('risk_method', 'versie-2')
export const ASSESSMENT = idOf('risk_assessment', 'eerste')

export const methodSteps: readonly Step[] = [
  on('2025-10-27 10:00', 'fenna', method('1', 'asset')),
  on('2025-11-03 16:00', 'marit', act(riskMethod, 'versie-1', 'approve')),
  on('2025-11-25 10:30', 'fenna', method('2', 'both')),
  on(
    '2025-12-01 15:00',
    'fenna',
    act(riskMethod, 'versie-1', 'retire', { reason: 'Versie 2 gaat ook uit van gebeurtenissen' }),
  ),
  on('2025-12-01 15:20', 'marit', act(riskMethod, 'versie-2', 'approve')),
  on(
    '2025-12-01 16:00',
    'fenna',
    create(riskAssessment, 'eerste', {
      title: 'Eerste risicobeoordeling',
      owner: idOf('person', 'fenna'),
      method: METHOD,
      methodVersion: '2',
      reason: 'initial',
      scope: 'Het hele toepassingsgebied',
      plannedAt: '2025-12-11',
      participants: idsOf('person', 'marit', 'fenna', 'ruben', 'youssef', 'tijs', 'dewi', 'anouk', 'sem'),
    }),
  ),
  on('2025-12-02 09:00', 'fenna', act(riskAssessment, 'eerste', 'start')),
  on('2025-12-11 17:15', 'fenna', act(riskAssessment, 'eerste', 'complete')),
]
