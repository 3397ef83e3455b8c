import audit from '../../../../catalogue/starter/audit.json' with { type: 'json' }
import communication from '../../../../catalogue/starter/communication.json' with { type: 'json' }
import competences from '../../../../catalogue/starter/competences.json' with { type: 'json' }
import context from '../../../../catalogue/starter/context.json' with { type: 'json' }
import method from '../../../../catalogue/starter/method.json' with { type: 'json' }
import objectives from '../../../../catalogue/starter/objectives.json' with { type: 'json' }
import operations from '../../../../catalogue/starter/operations.json' with { type: 'json' }
import parties from '../../../../catalogue/starter/parties.json' with { type: 'json' }
import places from '../../../../catalogue/starter/places.json' with { type: 'json' }
import privacy from '../../../../catalogue/starter/privacy.json' with { type: 'json' }
import processes from '../../../../catalogue/starter/processes.json' with { type: 'json' }
import roles from '../../../../catalogue/starter/roles.json' with { type: 'json' }
import scope from '../../../../catalogue/starter/scope.json' with { type: 'json' }
import statement from '../../../../catalogue/starter/statement.json' with { type: 'json' }
import suppliers from '../../../../catalogue/starter/suppliers.json' with { type: 'json' }
import systems from '../../../../catalogue/starter/systems.json' with { type: 'json' }
import tasks from '../../../../catalogue/starter/tasks.json' with { type: 'json' }
import threats from '../../../../catalogue/starter/threats.json' with { type: 'json' }
import todo from '../../../../catalogue/starter/todo.json' with { type: 'json' }
import type { Bilingual } from '../../catalogue/domain/facts.ts'
import { RISK_FILES } from './starter-risks.ts'

/**
 * A value as `catalogue/starter` writes it: text in both languages, `@key` for a link to another draft, `@@prefix.` for links to
 * all drafts of that beginning, `control:5.1` for a control, `{ "answer": … }` for what somebody answered, `{ "months": … }`
 * for a day from today, `{ "test": … }` for whether a condition holds.
 */
export type StarterValue =
  | string
  | number
  | boolean
  | null
  | readonly StarterValue[]
  | { readonly [name: string]: StarterValue }

/** A record of the starter set, whatever its register. */
export interface Entry {
  readonly key: string
  readonly register: string
  readonly when: readonly string[]
  readonly set: { readonly [field: string]: StarterValue }
}

/** A risk that many have, with a first estimate. */
export interface StarterRisk {
  readonly key: string
  readonly when: readonly string[]
  readonly title: Bilingual
  readonly scenario: Bilingual
  /** Terms of the catalogue. */
  readonly threats: readonly string[]
  readonly properties: readonly string[]
  /** Numbers in Annex A of what usually helps. */
  readonly controls: readonly string[]
  readonly assets: readonly string[]
  readonly likelihood: number
  readonly consequence: number
  readonly why: Bilingual
  readonly categories: readonly string[]
  readonly role: string
  /** One step more likely, or more grave, where this holds. */
  readonly likelier?: string
  readonly graver?: string
}

export interface RiskClass {
  readonly class: Bilingual
  readonly risks: readonly StarterRisk[]
}

/** Why a control is in, or under which condition it may be left out, and why then. */
export interface StarterLine {
  readonly control: string
  readonly when: readonly string[]
  readonly reason: Bilingual
  readonly out?: Bilingual
}

interface EntryFile {
  readonly entries: readonly Entry[]
}

interface LineFile {
  readonly lines: readonly StarterLine[]
}

// Our own files, which never change at run time; the module's test holds each of them against its shape.
const FILES: readonly unknown[] = [
  roles,
  places,
  context,
  parties,
  suppliers,
  systems,
  scope,
  processes,
  method,
  tasks,
  objectives,
  communication,
  audit,
  privacy,
  competences,
  operations,
  threats,
  todo,
]

/** Everything but risks, what belongs to them, the lines of the statement and of the audit programme. */
export function entries(): readonly Entry[] {
  return FILES.flatMap((file) => asEntries(file).entries)
}

export function riskClasses(): readonly RiskClass[] {
  return RISK_FILES.map(asRisks)
}

/** All 93. */
export function starterLines(): readonly StarterLine[] {
  return asLines(statement).lines
}

function asEntries(file: unknown): EntryFile {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse edge of the starter set, proven by its test
  return file as EntryFile
}

function asRisks(file: unknown): RiskClass {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse edge of the starter set, proven by its test
  return file as RiskClass
}

function asLines(file: unknown): LineFile {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse edge of the starter set, proven by its test
  return file as LineFile
}
