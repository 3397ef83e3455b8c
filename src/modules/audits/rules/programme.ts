import { addMonths } from '../../../kernel/calendar.ts'
import { isInLookBack } from '../../../kernel/interval.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { type Facts, type Rule, type RuleResult, rule } from '../../../kernel/rule.ts'
import { breach, failing, forAll, gated, lookedFor, noPopulation, okay, together } from '../../../kernel/verdict.ts'
import { control } from '../../controls/register.ts'
import { statementLine } from '../../statements/registers/statement-line.ts'
import { completedAudits, performedOn } from '../domain/held.ts'
import { clauseItems, coversItem, includedControls, isSameItem, itemNames } from '../domain/items.ts'
import {
  cycleOf,
  isPlannedIn,
  linesOfProgramme,
  missingParts,
  plannedDays,
  programmeInForce,
} from '../domain/programme.ts'
import { audit } from '../registers/audit.ts'
import { auditProgramme } from '../registers/audit-programme.ts'
import { type Finding, finding } from '../registers/finding.ts'
import { type ProgrammeLine, programmeLine } from '../registers/programme-line.ts'

const programmeStands = rule(
  'R-9.2.2-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-13',
    reads: [auditProgramme],
    remedy: { owner: 'coordinator', register: 'audit_programme', act: 'approve' },
  },
  ({ isms, moment }) => {
    const inForce = programmeInForce(isms, moment)
    if (inForce === null) {
      const drafts = isms.all(auditProgramme).filter(({ state }) => state !== 'superseded')
      return breach({
        variant: drafts.length === 0 ? 'none' : 'draft',
        // A draft is there, though it does not hold yet: the tables call absent what nobody has begun (R-5.2-1, R-4.3-1).
        severity: drafts.length === 0 ? 'MAJ' : 'MIN',
        failing: drafts.map((one) => failing(one, ['state'])),
        lookedAt: drafts,
        lookedFor: [lookedFor('any', { register: { keys: ['audit_programme.plural'] } })],
      })
    }
    const missing = missingParts(inForce)
    if (missing.length === 0) return okay([inForce])
    return breach({
      variant: 'incomplete',
      severity: 'MIN',
      values: { gaps: { keys: missing.map((part) => `audit_programme.${part}`) } },
      failing: [failing(inForce, missing)],
      lookedAt: [inForce],
    })
  },
)

const coveragePlanned = rule(
  'R-9.2.2-2',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-13',
    reads: [auditProgramme, programmeLine, statementLine, control],
    remedy: { owner: 'coordinator', register: 'programme_line', act: 'create' },
  },
  (facts) => {
    const { isms, moment } = facts
    const programme = programmeInForce(isms, moment)
    if (programme === null) return gated
    const cycle = cycleOf(programme, moment)
    const lines = linesOfProgramme(isms, programme).filter((line) => isPlannedIn(line, cycle))
    const clauses = clauseItems()
    const unplanned = clauses.filter((item) => !lines.some((line) => isSameItem(line, item)))
    const included = includedControls(isms)
    const planned = new Set(lines.map((line) => line.control))
    const left = included.filter((item) => !planned.has(item.control))
    const lookedAt = [programme]
    const onClauses: RuleResult =
      unplanned.length === 0
        ? okay(lookedAt)
        : breach({
            variant: 'clauses',
            severity: unplanned.length > clauses.length / 2 ? 'MAJ' : 'MIN',
            values: { n: unplanned.length, total: clauses.length, items: itemNames(isms, unplanned) },
            failing: [failing(programme, ['cycleStart'])],
            lookedAt,
          })
    // The standard asks for coverage of what it demands; that each control has its turn shows it in practice.
    const onControls: RuleResult =
      left.length === 0
        ? okay(lookedAt)
        : breach({
            variant: 'controls',
            severity: 'MIN',
            basis: 'P on N',
            values: { n: left.length, total: included.length, items: itemNames(isms, left) },
            failing: left.flatMap(({ control: id }) => (id === null ? [] : [failing({ id })])),
            lookedAt,
          })
    return together(onClauses, onControls)
  },
)

/** What an auditor wrote about an item within the look-back, and the day of it. */
interface Earlier {
  readonly id: string
  readonly finding: Finding
  readonly on: CalendarDate
}

function earlierFindings(facts: Facts): readonly Earlier[] {
  const { isms } = facts
  return isms.all(finding).flatMap((one) => {
    if (one.state === 'draft' || one.state === 'withdrawn') return []
    if (one.clauseItem === null && one.control === null) return []
    const of = isms.find(audit, one.audit)
    const on = one.raisedAt ?? of?.reportAt ?? (of === null ? null : performedOn(of))
    return on === null ? [] : [{ id: one.id, finding: one, on }]
  })
}

/** Planned again, or looked at again, after the finding and within a year of it. */
function isTakenUp(facts: Facts, one: Earlier, lines: readonly ProgrammeLine[], moment: Moment): boolean {
  const until = addMonths(one.on, 12)
  const isAfter = (day: CalendarDate | null) => day !== null && day > one.on && day <= until
  return (
    lines.some((line) => isSameItem(line, one.finding) && plannedDays(line).some(isAfter)) ||
    completedAudits(facts.isms, moment).some((held) => isAfter(performedOn(held)) && coversItem(held, one.finding))
  )
}

const importanceConsidered = rule(
  'R-9.2.2-4',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-13',
    looksBack: true,
    reads: [auditProgramme, programmeLine, finding, audit],
    remedy: { owner: 'coordinator', register: 'programme_line', act: 'update' },
  },
  (facts) => {
    const programme = programmeInForce(facts.isms, facts.moment)
    if (programme === null) return gated
    const lines = linesOfProgramme(facts.isms, programme)
    const weighed = forAll(facts, lines, [
      { variant: 'importance', fails: (line) => line.importance === null, fields: ['importance'] },
    ])
    const found = forAll(
      facts,
      { of: earlierFindings(facts), counts: (one, moment) => isInLookBack(facts, moment, one.on) },
      [
        {
          variant: 'findings',
          fails: (one, moment) => !isTakenUp(facts, one, lines, moment),
          values: (them) => ({
            items: itemNames(
              facts.isms,
              them.map((one) => one.finding),
            ),
          }),
        },
      ],
    )
    return together(weighed, found)
  },
)

/** How long a planned day may lie behind before its item counts as missed. */
const MISSED_DAYS = 60

interface Turn {
  readonly id: string
  readonly line: ProgrammeLine | null
  readonly clauseItem: string | null
  readonly control: string | null
  /** Audited after this day counts for the turn; null is whenever. */
  readonly after: CalendarDate | null
}

/** The newest turn of a line that should have come round by now. */
function turnOf(line: ProgrammeLine, moment: Moment): readonly Turn[] {
  const due = plannedDays(line).filter((on) => moment.late(on, MISSED_DAYS))
  if (due.length === 0) return []
  const { id, clauseItem, control: of } = line
  return [{ id, line, clauseItem, control: of, after: due.at(-2) ?? null }]
}

/** At the initial audit each clause has had a turn, whatever the programme says. */
function everyClause(facts: Facts, lines: readonly ProgrammeLine[]): readonly Turn[] {
  const { plan, moment, stage } = facts
  if (stage === 'S1' || moment.late(plan.stage2Held)) return []
  return clauseItems().map((item) => {
    const line = lines.find((one) => isSameItem(one, item)) ?? null
    return { ...item, id: line?.id ?? '', line, after: null }
  })
}

function isAudited(facts: Facts, turn: Turn): boolean {
  return completedAudits(facts.isms, facts.moment).some((held) => {
    const on = performedOn(held)
    return on !== null && (turn.after === null || on > turn.after) && coversItem(held, turn)
  })
}

const programmeCarriedOut = rule(
  'R-9.2.2-3',
  {
    basis: 'N/O',
    stage: 'S2',
    worst: 'MAJ',
    document: 'D-13',
    reads: [auditProgramme, programmeLine, audit, control],
    remedy: { owner: 'coordinator', register: 'audit', act: 'create' },
  },
  (facts) => {
    const { isms, moment } = facts
    if (completedAudits(isms, moment).length === 0) return gated
    const programme = programmeInForce(isms, moment)
    const lines = programme === null ? [] : linesOfProgramme(isms, programme)
    const planned = lines.flatMap((line) => turnOf(line, moment)).filter(({ id }) => !facts.isExcepted(id))
    const initial = everyClause(facts, lines).filter((turn) => !planned.some((other) => isSameItem(other, turn)))
    const turns = [...planned, ...initial]
    if (turns.length === 0) return noPopulation
    const missed = turns.filter((turn) => !isAudited(facts, turn))
    const lookedAt = [
      ...lines.filter((line) => turns.some((turn) => turn.line === line)),
      ...completedAudits(isms, moment),
    ]
    if (missed.length === 0) return okay(lookedAt)
    return breach({
      severity: turns.length >= 4 && missed.length / turns.length > 0.25 ? 'MAJ' : 'MIN',
      values: { n: missed.length, total: turns.length, items: itemNames(isms, missed) },
      failing: missed.flatMap(({ line }) => (line === null ? [] : [failing(line, ['plannedDates'])])),
      lookedAt,
      lookedFor: [lookedFor('audit_of_item', { items: itemNames(isms, missed) })],
    })
  },
)

export const rules: readonly Rule[] = [programmeStands, coveragePlanned, programmeCarriedOut, importanceConsidered]
