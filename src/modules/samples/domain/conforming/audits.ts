import { addDays, addMonths } from '../../../../kernel/calendar.ts'
import type { CalendarDate, RecordId } from '../../../../kernel/register.ts'
import { CLAUSE_ITEMS } from '../../../../kernel/rule.ts'
import { type Audit, audit } from '../../../audits/registers/audit.ts'
import { auditProgramme } from '../../../audits/registers/audit-programme.ts'
import { auditSample } from '../../../audits/registers/audit-sample.ts'
import { finding } from '../../../audits/registers/finding.ts'
import { programmeLine } from '../../../audits/registers/programme-line.ts'
import { clause } from '../../../catalogue/domain/clauses.ts'
import { control as catalogued } from '../../../catalogue/domain/controls.ts'
import { evidence } from '../../../evidence/register.ts'
import { ismsProcess, PROCESS_KINDS } from '../../../processes/registers/isms-process.ts'
import type { Builder } from '../builder.ts'
import type { People } from './people.ts'
import type { Scheme } from './scheme.ts'
import { EXCLUDED, type Soa } from './statement.ts'

export interface Auditing {
  readonly programme: RecordId
  /** Programme lines by clause, and by number of the control. */
  readonly clauseLines: ReadonlyMap<string, RecordId>
  readonly controlLines: ReadonlyMap<string, RecordId>
  /** Internal audits that were held, oldest first. */
  readonly audits: readonly [RecordId, ...RecordId[]]
  readonly workPapers: readonly RecordId[]
  readonly auditSamples: readonly RecordId[]
  /** An opportunity for improvement of the first audit. */
  readonly auditFindings: readonly RecordId[]
  /** The internal audit that comes next. */
  readonly nextAudit: RecordId
}

type About = People & Soa & { readonly processes: readonly RecordId[] }
type ProcessKind = (typeof PROCESS_KINDS)[number]

/** Which clauses each process carries out. */
const CLAUSES: Readonly<Record<ProcessKind, readonly string[]>> = {
  risk_assessment: ['6.1.1', '6.1.2', '8.2'],
  risk_treatment: ['6.1.3', '8.3'],
  document_control: ['7.5'],
  competence_awareness: ['7.2', '7.3'],
  communication: ['7.4'],
  operation_change: ['6.3', '8.1'],
  supplier_control: [],
  incidents: [],
  monitoring: ['6.2', '9.1'],
  internal_audit: ['9.2'],
  management_review: ['9.3'],
  nonconformity: ['10.1', '10.2'],
}

/** Clauses that deserve more of an auditor's time. */
const WEIGHTY: readonly string[] = ['6.1.2', '6.1.3', '8.1', '8.3', '9.1', '10.2']

/** The days on which the internal audits end: once before stage 1, and yearly since. */
function auditDays(scheme: Scheme): readonly [CalendarDate, ...CalendarDate[]] {
  if (scheme.phase === 'initial') return [scheme.after({ days: 110 })]
  const [first, ...later] = scheme.turns({ months: 12 }, { months: 4 })
  return [first ?? scheme.ago({ months: 4 }), ...later]
}

/** Controls have their turn once in three years, clauses every year. */
const YEARS = 3

function includedNumbers(soa: Soa): readonly string[] {
  return [...soa.controls.keys()].filter((number) => !EXCLUDED.includes(number))
}

function addProgramme(build: Builder, about: About, scheme: Scheme): RecordId {
  const approvedAt = scheme.after({ days: 40 })
  return build.add(
    auditProgramme,
    {
      title: 'Auditprogramma voor drie jaar',
      owner: about.officer,
      cycleStart: scheme.start,
      frequency: 'Elk jaar alle onderdelen van de norm; elke beheersmaatregel één keer in drie jaar.',
      methods: 'Gesprekken, meekijken en steekproeven uit de registers.',
      responsibilities: 'De functionaris plant; iemand van buiten audit; de directie krijgt het rapport.',
      planningRequirements: 'Belang van het onderdeel, de grootste risico’s en eerdere bevindingen.',
      reporting: 'Binnen 30 dagen aan de directie, met een gesprek.',
      approvedBy: about.director,
      approvedAt,
      inForceFrom: approvedAt,
    },
    { key: 'audit_programme', state: 'in_force', validFrom: approvedAt },
  )
}

type Lines = Pick<Auditing, 'clauseLines' | 'controlLines'>

function addLines(
  build: Builder,
  about: About,
  programme: RecordId,
  { days, validFrom }: { readonly days: readonly [CalendarDate, ...CalendarDate[]]; readonly validFrom: CalendarDate },
): Lines {
  const clauseLines = new Map<string, RecordId>()
  const controlLines = new Map<string, RecordId>()
  const [first] = days
  const common = { programme, auditor: about.outsider }
  const yearly = Array.from({ length: YEARS }, (_, year) => ({ on: addMonths(first, 12 * year), audit: null }))
  for (const item of CLAUSE_ITEMS) {
    const id = build.add(
      programmeLine,
      {
        ...common,
        title: `${item} ${clause(item)?.title.nl ?? ''}`.trim(),
        clauseItem: item,
        importance: WEIGHTY.includes(item) ? 'high' : 'medium',
        plannedDates: yearly,
      },
      { key: `programme_line.${item}`, validFrom },
    )
    clauseLines.set(item, id)
  }
  includedNumbers(about).forEach((number, index) => {
    const id = build.add(
      programmeLine,
      {
        ...common,
        title: `A.${number} ${catalogued(number)?.title.nl ?? ''}`.trim(),
        control: about.controls.get(number) ?? null,
        importance: number.startsWith('8.') ? 'high' : 'medium',
        plannedDates: yearly.slice(index % YEARS, (index % YEARS) + 1),
      },
      { key: `programme_line.A.${number}`, validFrom },
    )
    controlLines.set(number, id)
  })
  return { clauseLines, controlLines }
}

function scopeItems(about: About, year: number, papers: RecordId): Audit['scopeItems'] {
  const clauses = CLAUSE_ITEMS.map((clauseItem) => ({ clauseItem, control: null }))
  const controls = includedNumbers(about)
    .filter((_, index) => index % YEARS === year % YEARS)
    .map((number) => ({ clauseItem: null, control: about.controls.get(number) ?? null }))
  return [...clauses, ...controls].map((item) => ({ ...item, auditor: null, evidence: [papers], notes: null }))
}

interface Held {
  readonly audit: RecordId
  readonly papers: RecordId
  readonly sample: RecordId
}

/** Days from the end of an audit to its report. */
const REPORT_DAYS = 10

interface Turn {
  readonly on: CalendarDate
  readonly year: number
  readonly programme: RecordId
}

function addPapers(build: Builder, about: About, { on, year, programme }: Turn): RecordId {
  return build.add(
    evidence,
    {
      title: `Werkpapieren interne audit ${on.slice(0, 4)}`,
      kind: 'record',
      proves: [programme],
      url: 'https://voorbeeld.invalid/werkpapieren',
      periodFrom: addMonths(on, -3),
      periodTo: on,
      collectedAt: on,
      acceptedBy: about.director,
      acceptedAt: on,
    },
    { key: `evidence.audit.${year}`, state: 'accepted' },
  )
}

function addSample(
  build: Builder,
  about: About,
  { on, year, of }: { readonly on: CalendarDate; readonly year: number; readonly of: RecordId },
): RecordId {
  return build.add(
    auditSample,
    {
      title: `Leesbevestigingen, audit ${on.slice(0, 4)}`,
      audit: of,
      clauseItem: '7.3',
      population: 'Iedereen in dienst op de eerste dag van de audit',
      populationCount: about.people.length,
      asOf: addDays(on, -2),
      method: 'random',
      seed: on,
      sizeReason: 'Groot genoeg om een patroon te zien, klein genoeg om elk geval te openen.',
      selected: about.people
        .slice(0, 5)
        .map((record) => ({ record, what: null, result: 'as_it_should' as const, notes: null })),
      drawnBy: about.outsider,
      drawnAt: on,
    },
    { key: `audit_sample.${year}` },
  )
}

function addHeld(build: Builder, about: About, { on, year, programme }: Turn): Held {
  const papers = addPapers(build, about, { on, year, programme })
  const reportAt = addDays(on, REPORT_DAYS)
  const made = build.add(
    audit,
    {
      title: `Interne audit ${on.slice(0, 4)}`,
      kind: 'internal',
      programme,
      criteria: ['own_requirements', 'iso27001'],
      objective: 'Voldoet het ISMS, en werkt het in de praktijk?',
      scopeItems: scopeItems(about, year, papers),
      leadAuditor: about.outsider,
      auditors: [about.outsider],
      independence: 'Werkt niet bij ons en schreef niets van het ISMS.',
      plannedAt: addDays(on, -2),
      firstDay: addDays(on, -2),
      lastDay: on,
    },
    { key: `audit.internal.${year}`, state: 'reporting', validFrom: on },
  )
  build.change(audit, made, reportAt, {
    reportAt,
    reportedTo: [about.director],
    conclusion: 'Het ISMS voldoet en wordt gebruikt. Eén verbeterpunt.',
    state: 'closed',
  })
  return { audit: made, papers, sample: addSample(build, about, { on, year, of: made }) }
}

export function addAudits(build: Builder, about: About, scheme: Scheme): Auditing {
  PROCESS_KINDS.forEach((kind, index) => {
    const id = about.processes[index]
    if (id !== undefined) build.set(ismsProcess, id, { clauseItems: CLAUSES[kind] })
  })
  const programme = addProgramme(build, about, scheme)
  const days = auditDays(scheme)
  const lines = addLines(build, about, programme, { days, validFrom: scheme.after({ days: 40 }) })
  const [firstDay, ...laterDays] = days
  const first = addHeld(build, about, { on: firstDay, year: 0, programme })
  const later = laterDays.map((on, index) => addHeld(build, about, { on, year: index + 1, programme }))
  const raisedAt = addDays(firstDay, REPORT_DAYS)
  const noted = build.add(
    finding,
    {
      title: 'Nieuwe collega’s lezen het beleid pas na een maand',
      audit: first.audit,
      authorKind: 'internal_auditor',
      grade: 'ofi',
      requirementRef: '7.3',
      clauseItem: '7.3',
      statement: 'Het kan eerder: op de eerste werkdag, met de andere formulieren.',
      owner: about.officer,
      raisedAt,
      closedAt: addDays(raisedAt, 7),
    },
    { key: 'finding.internal', state: 'closed' },
  )
  const last = days.at(-1) ?? firstDay
  const nextAudit = build.add(
    audit,
    {
      title: 'Volgende interne audit',
      kind: 'internal',
      programme,
      criteria: ['own_requirements', 'iso27001'],
      leadAuditor: about.outsider,
      auditors: [about.outsider],
      plannedAt: addDays(addMonths(last, 12), -14),
    },
    { key: 'audit.next', validFrom: addDays(last, REPORT_DAYS) },
  )
  const held = [first, ...later]
  return {
    programme,
    ...lines,
    audits: [first.audit, ...later.map((one) => one.audit)],
    workPapers: held.map(({ papers }) => papers),
    auditSamples: held.map(({ sample }) => sample),
    auditFindings: [noted],
    nextAudit,
  }
}
