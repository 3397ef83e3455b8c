import type { RecordId } from '../../../../kernel/register.ts'
import { action } from '../../../actions/register.ts'
import { controls as catalogue } from '../../../catalogue/domain/controls.ts'
import { control } from '../../../controls/register.ts'
import { evidence } from '../../../evidence/register.ts'
import { statement } from '../../../statements/registers/statement.ts'
import { statementLine } from '../../../statements/registers/statement-line.ts'
import type { Builder } from '../builder.ts'
import type { People } from './people.ts'

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

export function addStatement(build: Builder, people: People): Soa {
  const controls = new Map<string, RecordId>()
  const lines = new Map<string, RecordId>()
  const proofs = new Map<string, RecordId>()
  for (const { id: number } of catalogue()) {
    const of = build.add(control, {
      title: `Maatregel ${number}`,
      ref: `A.${number}`,
      annexA: number,
      source: 'annexA',
      owner: people.officer,
    })
    controls.set(number, of)
    lines.set(number, addLine(build, people, number, of))
    if (PLANNED.includes(number)) addPlan(build, people, number, of)
    else if (!EXCLUDED.includes(number)) proofs.set(number, addProof(build, people, number, of))
  }
  const version = build.add(
    statement,
    {
      title: 'Verklaring van toepasselijkheid',
      versionLabel: '1.0',
      owner: people.officer,
      approvedBy: people.director,
      approvedAt: '2026-02-20',
      inForceAt: '2026-02-20',
      frozenAt: 1,
    },
    { state: 'in_force' },
  )
  return { statement: version, controls, lines, evidence: proofs }
}

function addLine(build: Builder, people: People, number: string, of: RecordId): RecordId {
  const common = { ref: `A.${number}`, control: of, owner: people.officer, changedAt: '2026-02-10' }
  if (EXCLUDED.includes(number)) {
    return build.add(statementLine, {
      ...common,
      included: false,
      exclusionJustification: 'Dit doen wij niet zelf: geen eigen serverruimte of netwerk.',
    })
  }
  return build.add(statementLine, {
    ...common,
    included: true,
    inclusionReasons: [
      { type: 'business', link: null, text: 'Klanten verwachten dit van een leverancier van software.' },
    ],
    implementationStatus: PLANNED.includes(number) ? 'partly' : 'implemented',
  })
}

function addPlan(build: Builder, people: People, number: string, of: RecordId): void {
  build.add(action, {
    title: `Invoeren van A.${number}`,
    kind: 'improvement',
    deliverableControl: of,
    owner: people.officer,
    due: '2026-12-01',
  })
}

function addProof(build: Builder, people: People, number: string, of: RecordId): RecordId {
  return build.add(
    evidence,
    {
      title: `Bewijs bij A.${number}`,
      kind: 'record',
      proves: [of],
      url: 'https://voorbeeld.invalid/bewijs',
      periodFrom: '2025-11-01',
      periodTo: '2026-02-01',
      collectedAt: '2026-02-02',
      acceptedBy: people.officer,
      acceptedAt: '2026-02-03',
    },
    { state: 'accepted' },
  )
}
