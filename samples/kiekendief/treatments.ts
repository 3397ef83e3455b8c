/** What is done about the risks: seven are brought down, eleven are kept with the controls that are there. */
import { action } from '../../src/modules/actions/register.ts'
import { annexAComparison } from '../../src/modules/treatments/registers/annex-a-comparison.ts'
import { treatment } from '../../src/modules/treatments/registers/treatment.ts'
import { treatmentPlan } from '../../src/modules/treatments/registers/treatment-plan.ts'
import type { Actor } from './cast.ts'
import { control } from './controls.ts'
import { COMING, type Coming, LINES } from './line-list.ts'
import { RISKS, TREATED } from './risk-list.ts'
import { act, create, idOf, on, type Step, update } from './story.ts'
import type { Told } from './told.ts'

/** Controls that help beside those which the statement gives this risk as their reason. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  'R-3': ['8.32'],
  'R-5': ['5.37'],
  'R-16': ['5.2'],
  'R-18': ['5.20', '8.13'],
}

/** Added in February, with plan version 3. */
const ADDED = { risk: 'R-8', ref: '5.7' } as const

const controlsOf = ({ key }: Told): readonly string[] => [
  ...LINES.filter((line) => line.is !== 'excluded' && line.why.includes(key)).map(({ ref }) => ref),
  ...(ALSO[key] ?? []),
]

const proposed = (of: Told) =>
  create(treatment, of.key, {
    title: of.left === undefined ? `Dragen: ${of.title}` : `Verlagen: ${of.title}`,
    risk: idOf('risk', of.key),
    option: of.left === undefined ? 'retain' : 'modify',
    justification: of.left === undefined ? 'Onder de lijn; de maatregelen die er zijn, blijven.' : 'Boven de lijn.',
    controls: controlsOf(of)
      .filter((ref) => of.key !== ADDED.risk || ref !== ADDED.ref)
      .map(control),
    owner: idOf('person', of.owner),
  })

const plan = (label: string, note: string) =>
  create(treatmentPlan, label, {
    title: 'Risicobehandelplan',
    versionLabel: label,
    owner: idOf('person', 'fenna'),
    note,
  })

const put = (label: string, reason: string) =>
  TREATED.map(({ key }) => update(treatment, key, { plan: idOf('treatment_plan', label) }, reason))

interface Task {
  readonly key: string
  readonly risk: string
  readonly title: string
  readonly owner: Actor
  readonly due: string
  readonly means: string
}

/** Work on treated risks whose controls run already. */
const TASKS: readonly Task[] = [
  {
    key: 'scheiding',
    risk: 'R-1',
    title: 'Scheiding tussen klanten door een ander laten beproeven',
    owner: 'ruben',
    due: '2026-04-30',
    means: '€ 2.400 voor een tester van buiten',
  },
  {
    key: 'terugzetten',
    risk: 'R-5',
    title: 'Elk kwartaal een back-up terugzetten, met vaste datum en verslag',
    owner: 'youssef',
    due: '2026-04-30',
    means: 'Een dag per kwartaal',
  },
  {
    key: 'testdata',
    risk: 'R-10',
    title: 'Verzonnen testgegevens uitbreiden tot alle gevallen gedekt zijn',
    owner: 'dewi',
    due: '2026-04-10',
    means: 'Drie dagen',
  },
]

const task = ({ key, risk, title, owner, due, means }: Task) =>
  create(action, key, {
    title,
    kind: 'treatment',
    subject: idOf('risk', risk),
    treatment: idOf('treatment', risk),
    owner: idOf('person', owner),
    due,
    resources: means,
  })

const treatedReason = ({ why }: Coming): string | undefined => why.find((key) => TREATED.some((of) => of.key === key))

/** One action for each control that is included and does not run yet. */
const coming = (line: Coming) => {
  const risk = treatedReason(line)
  return create(action, line.ref, {
    title: line.task,
    kind: risk === undefined ? 'improvement' : 'treatment',
    subject: risk === undefined ? control(line.ref) : idOf('risk', risk),
    treatment: risk === undefined ? null : idOf('treatment', risk),
    deliverableControl: control(line.ref),
    owner: idOf('person', line.owner),
    due: line.due,
    resources: line.means,
  })
}

const improvement = (key: string, title: string) =>
  create(action, key, {
    title,
    kind: 'improvement',
    subject: idOf('risk', 'R-15'),
    owner: idOf('person', 'ruben'),
    due: '2026-02-27',
    resources: 'Een halve dag',
  })

export const treatmentSteps: readonly Step[] = [
  on('2025-12-16 10:00', 'fenna', ...RISKS.map(proposed)),
  on('2025-12-17 10:00', 'fenna', ...RISKS.map(({ key }) => act(treatment, key, 'choose'))),
  on(
    '2025-12-19 11:00',
    'fenna',
    plan('1', 'Eerste plan'),
    ...put('1', 'In plan versie 1'),
    ...TREATED.map(({ key }) => act(treatment, key, 'plan')),
  ),
  on('2025-12-19 14:00', 'fenna', act(treatmentPlan, '1', 'publish')),
  on(
    '2026-01-22 11:25',
    'fenna',
    ...['R-4', 'R-11'].map((key) => update(treatment, key, { owner: null }, 'Volgt de eigenaar van het risico')),
  ),
  on(
    '2026-01-22 13:00',
    'fenna',
    ...TASKS.map(task),
    ...COMING.map(coming),
    improvement('broncoderechten', 'Rechten op de broncode nalopen'),
    improvement('sleutelplan', 'Plan voor het vervangen van sleutels'),
  ),
  on('2026-01-22 15:00', 'fenna', plan('2', 'Met wie, wanneer en waarmee'), ...put('2', 'In plan versie 2')),
  on('2026-01-22 15:30', 'fenna', act(treatmentPlan, '2', 'publish'), act(treatmentPlan, '1', 'supersede')),
  on(
    '2026-01-22 15:45',
    'fenna',
    update(treatment, 'R-8', { owner: idOf('person', 'tijs') }, 'Tijs van Beek is eigenaar van R-8'),
  ),
  on('2026-02-03 09:10', 'youssef', act(action, '8.6', 'start'), act(action, '5.30', 'start')),
  on('2026-02-10 09:00', 'tijs', act(action, '8.8', 'start')),
  on(
    '2026-02-19 10:30',
    'fenna',
    ...RISKS.filter(({ key }) => key === ADDED.risk).map((of) =>
      update(
        treatment,
        of.key,
        { controls: controlsOf(of).map(control) },
        'Plan versie 3: informatie over dreigingen erbij',
      ),
    ),
    plan('3', 'Na gesprekken met de vier eigenaars'),
    ...put('3', 'In plan versie 3'),
  ),
  on('2026-02-19 10:45', 'fenna', act(treatmentPlan, '3', 'publish'), act(treatmentPlan, '2', 'supersede')),
  on(
    '2026-02-19 14:30',
    'fenna',
    create(annexAComparison, 'plan-3', {
      title: 'Plan versie 3 naast bijlage A',
      comparedAt: '2026-02-19',
      by: idOf('person', 'fenna'),
      plan: idOf('treatment_plan', '3'),
      planVersion: '3',
      references: LINES.map(({ ref }) => ref),
      missed: ['5.7'],
      note: 'A.5.7 ontbrak bij R-8 en is toegevoegd; verder niets gemist.',
    }),
  ),
  on(
    '2026-02-27 15:20',
    'ruben',
    act(action, 'broncoderechten', 'finish', { set: { result: 'Twee oude accounts verwijderd' } }),
    act(action, 'sleutelplan', 'finish', { set: { result: 'Elk jaar in maart, en meteen na een vermoeden' } }),
  ),
]
