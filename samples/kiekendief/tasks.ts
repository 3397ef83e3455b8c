/** Work that comes round, the times it was done, and single tasks that people gave each other. */
import { occurrence } from '../../src/modules/tasks/registers/occurrence.ts'
import { type RecurringTask, recurringTask } from '../../src/modules/tasks/registers/recurring-task.ts'
import { task } from '../../src/modules/tasks/registers/task.ts'
import type { Actor } from './cast.ts'
import { control } from './controls.ts'
import { act, create, idOf, idsOf, on, type Step } from './story.ts'

const person = (key: string) => idOf('person', key)

interface Round {
  readonly key: string
  readonly title: string
  readonly of: string
  readonly owner: Actor
  readonly every: number
  readonly starts: string
  readonly wanted: string
  /** A rule of its own looks after it. */
  readonly isDedicated?: true
}

const ROUNDS: readonly Round[] = [
  {
    key: 'ronde',
    title: 'Ronde door het kantoor na sluitingstijd',
    of: '7.3',
    owner: 'anouk',
    every: 1,
    starts: '2025-11-20',
    wanted: 'Een regel met wat u zag, of een foto',
  },
  {
    key: 'laptops',
    title: 'Versleuteling en updates van de laptops nalopen',
    of: '8.1',
    owner: 'youssef',
    every: 1,
    starts: '2025-11-13',
    wanted: 'De lijst uit het laptopbeheer',
  },
  {
    key: 'bellijst',
    title: 'Bellijst voor incidenten nalopen',
    of: '5.24',
    owner: 'youssef',
    every: 6,
    starts: '2025-11-05',
    wanted: 'De lijst met de dag erop',
  },
  {
    key: 'logboeken',
    title: 'Logboeken van alle systemen nalezen',
    of: '8.15',
    owner: 'youssef',
    every: 1,
    starts: '2025-11-03',
    wanted: 'Het loguittreksel van de maand',
    isDedicated: true,
  },
  {
    key: 'toegang',
    title: 'Toegang per systeem nalopen',
    of: '5.18',
    owner: 'youssef',
    every: 6,
    starts: '2026-04-01',
    wanted: 'De nagelopen lijst met wat eraf gaat',
    isDedicated: true,
  },
]

const round = ({ key, title, of, owner, every, starts, wanted, isDedicated }: Round) => {
  const unit: RecurringTask['unit'] = 'month'
  return create(recurringTask, key, {
    title,
    control: control(of),
    owner: person(owner),
    every,
    unit,
    startsOn: starts,
    evidenceWanted: wanted,
    dedicatedRule: isDedicated === true,
  })
}

interface Turn {
  readonly of: string
  readonly by: Actor
  readonly due: string
  readonly done: string
  readonly result: string
}

const TURNS: readonly Turn[] = [
  {
    of: 'bellijst',
    by: 'youssef',
    due: '2025-11-05',
    done: '2025-11-05',
    result: 'Twee nummers gewijzigd, alle nummers gebeld.',
  },
  {
    of: 'laptops',
    by: 'youssef',
    due: '2025-11-13',
    done: '2025-11-13',
    result: 'Dertien laptops, alle versleuteld; één liep achter met updates en is bijgewerkt.',
  },
  {
    of: 'ronde',
    by: 'anouk',
    due: '2025-11-20',
    done: '2025-11-20',
    result: 'Twee schermen niet vergrendeld; besproken met wie daar zit.',
  },
  { of: 'laptops', by: 'youssef', due: '2025-12-13', done: '2025-12-15', result: 'Alles bijgewerkt.' },
  { of: 'ronde', by: 'anouk', due: '2025-12-20', done: '2025-12-19', result: 'Raam van de vergaderkamer stond open.' },
  { of: 'laptops', by: 'youssef', due: '2026-01-13', done: '2026-01-13', result: 'Alles bijgewerkt; lijst bewaard.' },
  { of: 'ronde', by: 'anouk', due: '2026-01-20', done: '2026-01-20', result: 'Niets gevonden.' },
  {
    of: 'laptops',
    by: 'youssef',
    due: '2026-02-13',
    done: '2026-02-16',
    result: 'Twaalf laptops, alles bijgewerkt; L-13 is gewist en ligt in de kast.',
  },
  { of: 'ronde', by: 'anouk', due: '2026-02-20', done: '2026-02-20', result: 'Niets gevonden.' },
]

/** Entered on the day on which it was done. */
const turn = ({ of, by, due, done, result }: Turn): Step => {
  const key = `${of} ${due}`
  return on(
    `${done} 17:20`,
    by,
    create(occurrence, key, { recurringTask: idOf('recurring_task', of), due, assignee: person(by) }),
    act(occurrence, key, 'finish', { set: { result } }),
  )
}

const single: readonly Step[] = [
  on(
    '2025-11-05 15:45',
    'youssef',
    create(task, 'bellijst', {
      title: 'Bellijst voor incidenten ophangen bij de ingang',
      assignee: person('anouk'),
      askedBy: person('youssef'),
      due: '2025-11-14',
    }),
  ),
  on(
    '2025-11-12 09:10',
    'anouk',
    act(task, 'bellijst', 'finish', { set: { result: 'Hangt bij de ingang en zit in de noodmap.' } }),
  ),
  on('2025-11-13 09:30', 'youssef', act(task, 'bellijst', 'verify')),
  on(
    '2025-12-18 14:20',
    'fenna',
    create(task, 'waterschap', {
      title: 'Het waterschap laten weten wanneer fase 1 en fase 2 zijn',
      subject: idOf('requirement', 'waterschap'),
      assignee: person('marit'),
      askedBy: person('fenna'),
      due: '2026-01-16',
    }),
  ),
  on(
    '2026-01-08 10:15',
    'marit',
    act(task, 'waterschap', 'finish', { set: { result: 'Gebeld en gemaild; het waterschap rekent op 1 juli.' } }),
  ),
  on('2026-01-09 09:20', 'fenna', act(task, 'waterschap', 'verify')),
  on(
    '2026-02-16 15:10',
    'fenna',
    create(task, 'eigenaars', {
      title: 'Eigenaar kiezen voor R-4 en R-11',
      objects: idsOf('risk', 'R-4', 'R-11'),
      assignee: person('marit'),
      askedBy: person('fenna'),
      due: '2026-03-09',
    }),
  ),
  on(
    '2026-02-24 10:30',
    'fenna',
    create(task, 'klimaat', {
      title: 'Besluiten of klimaatverandering voor ons speelt',
      description: 'De wijziging van de norm uit 2024 vraagt erom; wij hebben er nog niet over gesproken.',
      assignee: person('marit'),
      askedBy: person('fenna'),
      due: '2026-03-20',
    }),
  ),
]

export const taskSteps: readonly Step[] = [
  on('2025-11-03 15:00', 'fenna', ...ROUNDS.map(round)),
  ...TURNS.map(turn),
  ...single,
]
