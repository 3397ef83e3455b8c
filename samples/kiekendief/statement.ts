/** The statement of applicability: version 0.8 of January, and 0.9 of February, still a draft. */
import { decision } from '../../src/modules/approvals/registers/decision.ts'
import { control as controlRegister } from '../../src/modules/controls/register.ts'
import { statement } from '../../src/modules/statements/registers/statement.ts'
import { type StatementLine, statementLine } from '../../src/modules/statements/registers/statement-line.ts'
import type { ChangeInput } from '../../src/platform/store/change.ts'
import { control } from './controls.ts'
import { COMING, LINES, type Line } from './line-list.ts'
import { LAWS } from './parties.ts'
import { act, create, type Given, idOf, on, type Step, update } from './story.ts'

const GOOD_PRACTICE = [
  {
    key: 'B-2',
    title: 'Wat wij doen omdat vakgenoten het doen',
    reason: 'Klein, goedkoop en gangbaar; wij willen het zelf zo.',
  },
  { key: 'B-3', title: 'Huisregels die wij al hadden', reason: 'Ze stonden al in de personeelsgids en houden wij zo.' },
  {
    key: 'B-4',
    title: 'Wat een klant van ons mag verwachten',
    reason: 'Geen eis in een contract, wel waar elke klant naar vraagt.',
  },
] as const

function reasonOf(why: string): Given<StatementLine['inclusionReasons'][number]> {
  if (why.startsWith('R-')) return { type: 'risk', link: idOf('risk', why) }
  if (why.startsWith('B-')) {
    const chosen = GOOD_PRACTICE.find(({ key }) => key === why)?.title ?? 'Eigen keuze: één coördinator'
    return { type: 'business', link: idOf('decision', why), text: chosen }
  }
  return { type: LAWS.has(why) ? 'law' : 'contract', link: idOf('requirement', why) }
}

function saidOf(line: Line): Given<StatementLine> {
  if (line.is === 'excluded') {
    return {
      included: false,
      inclusionReasons: [],
      exclusionJustification: line.because,
      implementationStatus: null,
      owner: idOf('person', line.owner),
    }
  }
  return {
    included: true,
    inclusionReasons: line.why.map(reasonOf),
    exclusionJustification: null,
    implementationStatus: line.is,
    owner: idOf('person', line.owner),
  }
}

/** What version 0.8 said where it was different: six lines. */
const BEFORE: Readonly<Record<string, Given<StatementLine>>> = {
  '5.7': { inclusionReasons: [reasonOf('B-2')] },
  '5.23': { exclusionJustification: 'Niet van toepassing op ons' },
  '6.3': { owner: idOf('person', 'fenna') },
  '8.8': { implementationStatus: 'not' },
  '8.23': { implementationStatus: 'not' },
  '8.30': {
    included: true,
    inclusionReasons: [reasonOf('B-4')],
    exclusionJustification: null,
    implementationStatus: 'not',
  },
}

const WHY_CHANGED: Readonly<Record<string, string>> = {
  '5.7': 'R-8 toegevoegd',
  '5.23': 'Reden herzien',
  '6.3': 'Anouk Meijer regelt de uitleg',
  '8.8': 'Was gepland, nu bezig',
  '8.23': 'Was gepland, nu bezig',
  '8.30': 'Wij besteden geen ontwikkeling uit',
}

const first = (line: Line): ChangeInput =>
  create(statementLine, line.ref, {
    ref: `A.${line.ref}`,
    control: control(line.ref),
    ...saidOf(line),
    ...BEFORE[line.ref],
  })

const revised = (line: Line): ChangeInput =>
  update(statementLine, line.ref, saidOf(line), WHY_CHANGED[line.ref] ?? 'Versie 0.9')

/** A control follows its line; what has proof runs. */
function stepsOf(line: Line): readonly ChangeInput[] {
  const step = (name: string, reason?: string): ChangeInput =>
    act(controlRegister, line.ref, name, reason === undefined ? {} : { reason })
  switch (line.is) {
    case 'excluded':
      return line.ref === '8.30' ? [step('select')] : [step('exclude', line.because)]
    case 'implemented':
      return [step('select'), step('implement')]
    case 'partly':
      return [step('select'), step(line.ref in BEFORE && line.ref.startsWith('8.') ? 'plan' : 'startImplementation')]
    case 'not':
      return [step('select'), step('plan')]
  }
}

/** Where somebody must be able to look up how it goes. */
const PROCEDURES: Readonly<Record<string, string>> = {
  '5.24': idOf('document', 'incidenten'),
  '5.26': idOf('document', 'incidenten'),
  '8.25': idOf('document', 'ontwikkelen'),
}

const described = (line: Line): ChangeInput =>
  update(
    controlRegister,
    line.ref,
    {
      owner: idOf('person', line.owner),
      evidenceIntervalMonths: 12,
      needsProcedure: line.ref in PROCEDURES,
      procedure: PROCEDURES[line.ref] ?? null,
    },
    'Eigenaar en termijn voor bewijs',
  )

const version = (label: string, note: string): ChangeInput =>
  create(statement, label, {
    title: 'Verklaring van toepasselijkheid',
    versionLabel: label,
    owner: idOf('person', 'fenna'),
    note,
  })

export const statementSteps: readonly Step[] = [
  on(
    '2026-01-15 10:00',
    'marit',
    create(decision, 'B-1', {
      title: 'Eén coördinator',
      kind: 'other',
      reason: 'Met twaalf mensen is één aanspreekpunt genoeg; Marit Kuipers vervangt.',
      by: idOf('person', 'marit'),
      at: '2026-01-15',
    }),
    ...GOOD_PRACTICE.map(({ key, title, reason }) =>
      create(decision, key, { title, kind: 'good_practice', reason, by: idOf('person', 'marit'), at: '2026-01-15' }),
    ),
  ),
  on('2026-01-20 14:00', 'fenna', ...LINES.map(described)),
  on('2026-01-21 10:00', 'fenna', ...LINES.flatMap(stepsOf)),
  on('2026-01-21 15:00', 'fenna', version('0.8', 'Eerste ronde met de eigenaars'), ...LINES.map(first)),
  on(
    '2026-02-19 11:30',
    'fenna',
    ...LINES.filter(({ ref }) => ref in BEFORE).map(revised),
    ...COMING.filter(({ ref }) => ref === '8.8' || ref === '8.23').map(({ ref }) =>
      act(controlRegister, ref, 'startImplementation'),
    ),
    act(controlRegister, '8.30', 'exclude', { reason: 'Wij besteden geen ontwikkeling uit' }),
  ),
  on(
    '2026-02-19 13:00',
    'fenna',
    act(statement, '0.8', 'supersede'),
    version('0.9', 'Na plan versie 3; ter goedkeuring'),
  ),
]
