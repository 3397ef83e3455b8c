import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../kernel/calendar.ts'
import { type AnyRecord, type Isms, ismsOf } from '../../kernel/isms.ts'
import type { CalendarDate } from '../../kernel/register.ts'
import { type Rule, rule, SEVERITIES } from '../../kernel/rule.ts'
import { breach, failing } from '../../kernel/verdict.ts'
import { registers } from '../../registers.gen.ts'
import { rules } from '../../rules.gen.ts'
import { controls } from '../catalogue/domain/controls.ts'
import { evidence } from '../evidence/register.ts'
import { conforming } from '../samples/domain/conforming/conforming.ts'
import { statementLine } from '../statements/registers/statement-line.ts'
import type { Answer, ExpectedFinding } from './domain/answer.ts'
import { allFindings } from './domain/changes.ts'
import { dayOf } from './domain/day.ts'
import { judgeAll } from './domain/evaluate.ts'
import { forecast } from './domain/forecast.ts'
import { ask, caseOf, DAY, listed } from './test/ask.ts'
import { type Fault, faults, mutate } from './test/mutate.ts'

// The properties of spec/cases.md 7.3, over organisations with random faults.
const RUNS = { numRuns: 12 }
const day = fc.integer({ min: -200, max: 700 }).map((count) => addDays(DAY, count))
const stage = fc.constantFrom('S1' as const, 'S2' as const, 'SV' as const)

function faulty(wrong: readonly Fault[], name?: (count: number) => string) {
  const org = conforming({ name })
  mutate(org.build, wrong)
  return org
}

function severities(answer: Answer): ReadonlyMap<string, number> {
  const counted = [...answer.major, ...answer.minor, ...answer.ofi]
  return new Map(counted.map(({ rule: id, severity }) => [id, SEVERITIES.indexOf(severity)]))
}

describe('for any organisation', () => {
  test('1: accepted, fresh evidence never adds a finding or makes one worse', () => {
    fc.assert(
      fc.property(faults, day, fc.nat(92), (wrong, at, index) => {
        const org = faulty(wrong)
        const before = severities(ask(org.build.isms(), { at, stage: 'SV' }))
        const proves = [[...org.controls.values()][index] ?? '']
        org.build.add(
          evidence,
          { title: 'Vers', proves, periodTo: at, collectedAt: at, acceptedAt: at, acceptedBy: org.officer },
          { state: 'accepted' },
        )
        for (const [id, severity] of severities(ask(org.build.isms(), { at, stage: 'SV' }))) {
          expect([id, before.get(id) ?? Number.POSITIVE_INFINITY]).toEqual([
            id,
            expect.toSatisfy((was: number) => was <= severity),
          ])
        }
      }),
      RUNS,
    )
  })

  test('2: time alone never takes away what is late', () => {
    const late = new Set(
      rules.filter(({ pattern }) => pattern === 'late' || pattern === 'late_core').map(({ id }) => id),
    )
    expect(late.size).toBeGreaterThan(0)
    fc.assert(
      fc.property(faults, day, fc.integer({ min: 1, max: 800 }), (wrong, at, count) => {
        const isms = faulty(wrong).build.isms()
        const later = severities(ask(isms, { at: addDays(at, count), stage: 'SV' }))
        const gone = [...severities(ask(isms, { at, stage: 'SV' })).keys()].filter(
          (id) => late.has(id) && !later.has(id),
        )
        expect(gone).toEqual([])
      }),
      RUNS,
    )
  })

  test('3: the same day, data and rules give equal bytes', () => {
    fc.assert(
      fc.property(faults, day, stage, (wrong, at, asked) => {
        const bytes = () => JSON.stringify(ask(faulty(wrong).build.isms(), { at, stage: asked }))
        expect(bytes()).toBe(bytes())
      }),
      RUNS,
    )
  })

  test('4: every major and minor has an object, or names what is absent or what it is made of', () => {
    const isNamed = ({ objects, lookedFor, minors }: ExpectedFinding) =>
      objects.length + lookedFor.length + minors.length > 0
    fc.assert(
      fc.property(faults, day, (wrong, at) => {
        const answer = ask(faulty(wrong).build.isms(), { at, stage: 'SV' })
        expect(
          [...answer.major, ...answer.minor].filter((finding) => !isNamed(finding)).map(({ rule: id }) => id),
        ).toEqual([])
      }),
      RUNS,
    )
  })

  test('5: a control that is left out never gives a finding on that control', () => {
    const onControls: readonly Rule[] = controls().map(({ id }) =>
      rule(
        `R-A.${id}-1`,
        {
          basis: 'N',
          stage: 'S1',
          worst: 'MIN',
          reads: [],
          remedy: { owner: 'coordinator', register: 'control', act: 'update' },
        },
        () => breach({ severity: 'MIN', failing: [failing({ id: 'x' })] }),
      ),
    )
    fc.assert(
      fc.property(fc.array(fc.nat(92), { maxLength: 93 }), (out) => {
        const org = conforming()
        const left = new Set(out.map((index) => controls()[index]?.id ?? ''))
        for (const [number, line] of org.lines) org.build.set(statementLine, line, { included: !left.has(number) })
        const found = new Set(
          ask(org.build.isms(), { rules: onControls }).minor.map(({ clause }) => clause.replace('A.', '')),
        )
        expect([...found].filter((number) => left.has(number))).toEqual([])
        expect(found.size).toBe(93 - left.size)
      }),
      RUNS,
    )
  })

  test('6: other ids change nothing but the ids', () => {
    const one = (count: number) => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
    const other = (count: number) => `ffffffff-0000-4000-8000-${String(987_654_321_000 - count * 7).padStart(12, '0')}`
    fc.assert(
      fc.property(faults, day, stage, (wrong, at, asked) => {
        const plain = ask(faulty(wrong, one).build.isms(), { at, stage: asked })
        const renamed = JSON.stringify(ask(faulty(wrong, other).build.isms(), { at, stage: asked }))
        const back = renamed.replaceAll(/ffffffff-0000-4000-8000-(\d{12})/g, (_, digits: string) => {
          return one((987_654_321_000 - Number(digits)) / 7)
        })
        expect(back).toBe(JSON.stringify(plain))
      }),
      RUNS,
    )
  })

  test('an answer stands until the day on which it says that it may turn', () => {
    fc.assert(
      fc.property(faults, day, stage, fc.nat(1_000), (wrong, at, asked, share) => {
        const isms = faulty(wrong).build.isms()
        const answer = ask(isms, { at, stage: asked })
        const { previous, next } = answer.validity
        const other = between(previous ?? addDays(at, -400), next ?? addDays(at, 400), share)
        const there = ask(isms, { at: other, stage: asked })
        expect({ ...there, at, validity: null }).toEqual({ ...answer, validity: null })
      }),
      RUNS,
    )
  })

  test('what fails since a day did not fail the day before', () => {
    fc.assert(
      fc.property(faults, day, (wrong, at) => {
        const isms = faulty(wrong).build.isms()
        for (const finding of allFindings(ask(isms, { at, stage: 'SV' }))) {
          for (const { id, since, sinceBy } of finding.objects) {
            if (sinceBy !== 'date' || since === null) continue
            expect(since <= at).toBe(true)
            const before = ask(isms, { at: addDays(since, -1), stage: 'SV' })
            const there = allFindings(before).find(({ rule: ruleId }) => ruleId === finding.rule)
            expect(there?.objects.map((object) => object.id) ?? []).not.toContain(id)
          }
        }
      }),
      { numRuns: 5 },
    )
  })

  test('the forecast of a year says on each day what an answer for that day says', () => {
    fc.assert(
      fc.property(faults, stage, fc.integer({ min: 0, max: 365 }), (wrong, asked, count) => {
        const isms = faulty(wrong).build.isms()
        const at = addDays(DAY, count)
        const step = forecast(caseOf(isms, { stage: asked }), DAY, addDays(DAY, 365)).findLast((one) => one.at <= at)
        const { MAJ, MIN, OFI } = listed(ask(isms, { at, stage: asked }))
        expect([step?.major, step?.minor, step?.ofi]).toEqual([MAJ, MIN, OFI])
      }),
      RUNS,
    )
  })

  test('a rule reads the registers that it names, and no other', () => {
    fc.assert(
      fc.property(faults, day, (wrong, at) => {
        const isms = faulty(wrong).build.isms()
        for (const one of rules) {
          const read = new Set<string>()
          dayOf({ ...caseOf(isms, { stage: 'SV', rules: [one] }), isms: watched(isms, read) }, at).judge(one.id)
          expect([one.id, [...read].filter((name) => !one.reads.includes(name))]).toEqual([one.id, []])
        }
      }),
      { numRuns: 5 },
    )
  })
})

function between(from: CalendarDate, to: CalendarDate, share: number): CalendarDate {
  const span = Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000))
  return addDays(from, share % span)
}

/** The same registers, with a note of each that is read. */
function watched(isms: Isms, read: Set<string>): Isms {
  return {
    sequence: isms.sequence,
    all: (register) => {
      read.add(register.name)
      return isms.all(register)
    },
    find: (register, id) => {
      read.add(register.name)
      return isms.find(register, id)
    },
    any: (id) => {
      const found = isms.any(id)
      if (found !== null) read.add(found.register)
      return found
    },
    pointing: (register, path, id) => {
      read.add(register.name)
      return isms.pointing(register, path, id)
    },
    revision: (register) => isms.revision(register),
  }
}

test('8: a fresh, empty organisation gives at stage 1 a major for all that must be there', () => {
  const nothing: readonly AnyRecord[] = []
  const { MAJ } = listed(ask(ismsOf(nothing, 0)))
  for (const id of [
    'R-4.1-1',
    'R-4.2-a-1',
    'R-4.2-b-1',
    'R-4.3-1',
    'R-5.2-1',
    'R-5.3-1',
    'R-6.1.2-1',
    'R-6.1.2-a-1',
    'R-6.1.2-c-1',
    'R-6.1.3-1',
    'R-6.1.3-c-1',
    'R-6.1.3-d-1',
    'R-6.1.3-e-1',
    'R-6.2-1',
  ]) {
    expect(MAJ).toContain(id)
  }
})

test('rules of the specification exist, each once, and read registers that exist', () => {
  const ids = rules.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => /^R-[456]\./.test(id))).toHaveLength(56)
  const known = new Set(registers.map(({ name }) => name))
  expect(rules.flatMap(({ reads }) => reads).filter((name) => !known.has(name))).toEqual([])
  expect(
    judgeAll(
      caseOf(conforming().build.isms(), { stage: 'RC' }),
      dayOf(caseOf(conforming().build.isms(), { stage: 'RC' }), DAY),
    ),
  ).toHaveLength(rules.length)
})
