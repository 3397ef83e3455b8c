import { addDays, addMonths } from '../../../../kernel/calendar.ts'
import type { RecordId } from '../../../../kernel/register.ts'
import { action } from '../../../actions/register.ts'
import { controls as catalogue } from '../../../catalogue/domain/controls.ts'
import { control } from '../../../controls/register.ts'
import { evidence } from '../../../evidence/register.ts'
import { statement } from '../../../statements/registers/statement.ts'
import { statementLine } from '../../../statements/registers/statement-line.ts'
import type { Builder } from '../builder.ts'
import type { People } from './people.ts'
import type { Scheme } from './scheme.ts'

export interface Soa {
  readonly statement: RecordId
  /** Controls and lines by number in Annex A: 5.23. */
  readonly controls: ReadonlyMap<string, RecordId>
  readonly lines: ReadonlyMap<string, RecordId>
  readonly evidence: ReadonlyMap<string, RecordId>
}

/** Left out, and rightly so: no server room, no own network, no development by others. */
export const EXCLUDED: readonly string[] = ['7.11', '7.12', '8.11', '8.18', '8.20', '8.21', '8.22', '8.30']
/** In, and not yet there: 14 lines with an action each. */
export const PLANNED: readonly string[] = [
  '5.7',
  '5.8',
  '5.11',
  '5.13',
  '5.14',
  '5.21',
  '5.28',
  '5.29',
  '5.30',
  '5.33',
  '8.9',
  '8.10',
  '8.12',
  '8.14',
]

/** Pieces of proof for one control: as many as the round gives, and its part of what a large organisation has more. */
interface Proving {
  readonly turns: readonly string[]
  readonly more: number
}

export function addStatement(build: Builder, people: People, scheme: Scheme): Soa {
  const controls = new Map<string, RecordId>()
  const lines = new Map<string, RecordId>()
  const proofs = new Map<string, RecordId>()
  const proving = provingOf(scheme)
  for (const { id: number, title } of catalogue()) {
    const of = build.add(
      control,
      { title: title.nl, ref: `A.${number}`, annexA: number, source: 'annexA', owner: people.officer },
      { key: `control.${number}`, validFrom: scheme.start },
    )
    controls.set(number, of)
    lines.set(number, addLine(build, people, { number, of, scheme }))
    if (PLANNED.includes(number)) addPlan(build, people, { number, of, scheme })
    else if (!EXCLUDED.includes(number)) {
      proofs.set(number, addProofs(build, people, { number, of, title: title.nl }, proving))
    }
  }
  const approvedAt = scheme.after({ days: 142 })
  const version = build.add(
    statement,
    {
      title: 'Verklaring van toepasselijkheid',
      versionLabel: '1.0',
      owner: people.officer,
      approvedBy: people.director,
      approvedAt,
      inForceAt: approvedAt,
      frozenAt: 1,
    },
    { key: 'statement', state: 'in_force' },
  )
  return { statement: version, controls, lines, evidence: proofs }
}

/** Half a year is enough to stay fresh, and leaves each past day with proof. */
function provingOf(scheme: Scheme): Proving {
  const turns = scheme.turns({ months: 6 }, { days: 29 }).filter((day) => day > scheme.after({ days: 61 }))
  const proven = catalogue().filter(({ id }) => !PLANNED.includes(id) && !EXCLUDED.includes(id)).length
  return { turns, more: Math.max(0, Math.ceil(scheme.counts.evidence / proven) - turns.length) }
}

interface Line {
  readonly number: string
  readonly of: RecordId
  readonly scheme: Scheme
}

function addLine(build: Builder, people: People, { number, of, scheme }: Line): RecordId {
  const changedAt = scheme.after({ days: 132 })
  const common = { ref: `A.${number}`, control: of, owner: people.officer, changedAt }
  const told = { key: `statement_line.${number}` }
  if (EXCLUDED.includes(number)) {
    return build.add(
      statementLine,
      {
        ...common,
        included: false,
        exclusionJustification: 'Dit doen wij niet zelf: geen eigen serverruimte of netwerk.',
      },
      told,
    )
  }
  return build.add(
    statementLine,
    {
      ...common,
      included: true,
      inclusionReasons: [
        { type: 'business', link: null, text: 'Klanten verwachten dit van een leverancier van software.' },
      ],
      implementationStatus: PLANNED.includes(number) ? 'partly' : 'implemented',
    },
    told,
  )
}

function addPlan(build: Builder, people: People, { number, of, scheme }: Line): void {
  build.add(
    action,
    {
      title: `Invoeren van A.${number}`,
      kind: 'improvement',
      deliverableControl: of,
      owner: people.officer,
      due: scheme.ahead({ days: 274 }),
    },
    { key: `action.introduce.${number}`, validFrom: scheme.after({ days: 132 }) },
  )
}

interface Proof {
  readonly number: string
  readonly of: RecordId
  readonly title: string
}

/** Gives the newest. */
function addProofs(build: Builder, people: People, of: Proof, { turns, more }: Proving): RecordId {
  for (let index = 0; index < more; index += 1) {
    addProof(build, people, { ...of, key: `${of.number}.more.${index + 1}` }, turns[index % turns.length] ?? '')
  }
  const made = turns.map((day) => addProof(build, people, { ...of, key: `${of.number}.${day}` }, day))
  return made.at(-1) ?? ''
}

function addProof(build: Builder, people: People, about: Proof & { readonly key: string }, day: string): RecordId {
  return build.add(
    evidence,
    {
      title: `Bewijs bij A.${about.number}: ${about.title}`,
      kind: 'record',
      proves: [about.of],
      url: `https://voorbeeld.invalid/bewijs/${about.key}`,
      periodFrom: addMonths(day, -3),
      periodTo: day,
      collectedAt: addDays(day, 1),
      acceptedBy: people.officer,
      acceptedAt: addDays(day, 2),
    },
    { key: `evidence.${about.key}`, state: 'accepted' },
  )
}
