/**
 * How Kiekendief is audited. The programme plans all clauses and no controls, and neither the internal audit nor the review
 * is held: that is as it is found in March.
 */
import { addMonths } from '../../src/kernel/calendar.ts'
import { CLAUSE_ITEMS } from '../../src/kernel/rule.ts'
import { audit } from '../../src/modules/audits/registers/audit.ts'
import { auditProgramme } from '../../src/modules/audits/registers/audit-programme.ts'
import { type ProgrammeLine, programmeLine } from '../../src/modules/audits/registers/programme-line.ts'
import { clause } from '../../src/modules/catalogue/domain/clauses.ts'
import { certificate } from '../../src/modules/certificates/registers/certificate.ts'
import { policyComplianceCheck } from '../../src/modules/reviews/registers/policy-compliance-check.ts'
import type { Actor } from './cast.ts'
import { act, create, idOf, idsOf, on, type Step } from './story.ts'

const person = (key: string) => idOf('person', key)

const AUDIT_DAY = '2026-04-13'
const YEARS = [0, 1, 2]

/** The rest is of medium weight. */
const WEIGHT: Readonly<Record<string, { readonly is: ProgrammeLine['importance']; readonly because: string }>> = {
  '6.1.2': { is: 'high', because: 'Alles steunt op de risicobeoordeling, en dit was de eerste.' },
  '6.1.3': { is: 'high', because: 'Het behandelplan en de verklaring zijn nieuw.' },
  '7.3': { is: 'high', because: 'De meeste meldingen gaan over valse mail.' },
  '8.1': { is: 'high', because: 'Elke week gaat er een wijziging naar klanten.' },
  '4.4': { is: 'low', because: 'Twaalf mensen; de processen zijn kort.' },
  '7.4': { is: 'low', because: 'Weinig partijen, vaste momenten.' },
}

const line = (item: (typeof CLAUSE_ITEMS)[number]) =>
  create(programmeLine, item, {
    title: `${item} ${clause(item)?.title.nl ?? ''}`.trim(),
    programme: idOf('audit_programme', 'drie-jaar'),
    clauseItem: item,
    importance: WEIGHT[item]?.is ?? 'medium',
    importanceReason: WEIGHT[item]?.because ?? null,
    plannedDates: YEARS.map((year) => ({
      on: addMonths(AUDIT_DAY, 12 * year),
      audit: year === 0 ? idOf('audit', 'intern') : null,
    })),
    auditor: person('terpstra'),
  })

const programme: readonly Step[] = [
  on(
    '2026-01-07 10:00',
    'fenna',
    create(auditProgramme, 'drie-jaar', {
      title: 'Auditprogramma voor drie jaar',
      owner: person('fenna'),
      cycleStart: '2025-10-01',
      frequency: 'Elk jaar in april, alle onderdelen van de norm.',
      methods: 'Gesprekken, meekijken en steekproeven uit de registers.',
      responsibilities: 'De coördinator plant, Terpstra Audit toetst, de directie krijgt het rapport.',
      planningRequirements: 'Belang van het onderdeel, de hoogste risico’s en wat eerder werd gevonden.',
      reporting: 'Binnen twee weken op papier, met een gesprek met de directie.',
    }),
    create(audit, 'intern', {
      title: 'Interne audit 2026',
      kind: 'internal',
      supplier: idOf('supplier', 'auditor'),
      programme: idOf('audit_programme', 'drie-jaar'),
      criteria: ['own_requirements', 'iso27001'],
      objective: 'Voldoet het ISMS aan de norm en aan onze eigen regels, en werkt het in de praktijk?',
      scopeItems: CLAUSE_ITEMS.map((clauseItem) => ({ clauseItem })),
      leadAuditor: person('terpstra'),
      auditors: [person('terpstra')],
      independence: 'Werkt niet bij ons en schreef niets van het ISMS.',
      plannedAt: AUDIT_DAY,
    }),
    ...CLAUSE_ITEMS.map(line),
  ),
  on('2026-01-08 11:20', 'marit', act(auditProgramme, 'drie-jaar', 'approve')),
  on('2026-01-08 13:00', 'fenna', act(auditProgramme, 'drie-jaar', 'putInForce')),
]

const BODY = 'Keurhof Certificatie (voorbeeld)'

/** The first application, and the two audits on the days that the plan of the organisation names. */
const body: readonly Step[] = [
  on(
    '2025-12-18 14:05',
    'fenna',
    create(certificate, 'iso27001', { title: 'ISO/IEC 27001', owner: person('fenna') }),
    act(certificate, 'iso27001', 'apply', { set: { body: BODY } }),
    create(audit, 'fase-1', {
      title: 'Fase 1',
      kind: 'stage1',
      body: BODY,
      auditorsStated: 'Ilse Kraan (voorbeeld)',
      criteria: ['iso27001'],
      plannedAt: '2026-03-16',
      firstDay: '2026-03-16',
      lastDay: '2026-03-16',
    }),
    create(audit, 'fase-2', {
      title: 'Fase 2',
      kind: 'stage2',
      body: BODY,
      auditorsStated: 'Ilse Kraan (voorbeeld)',
      criteria: ['iso27001'],
      plannedAt: '2026-05-18',
      firstDay: '2026-05-18',
      lastDay: '2026-05-20',
    }),
  ),
]

/** Whether people work by the rules, looked at by whoever answers for them. */
const checked = (
  at: string,
  by: Actor,
  { of, title, seen, units }: { of: string; title: string; seen: string; units: readonly string[] },
): Step =>
  on(
    at,
    by,
    create(policyComplianceCheck, of, {
      title,
      document: idOf('document', of),
      unit: idsOf('unit', ...units)[0] ?? null,
      manager: person(by),
      method: 'Rondgang en drie gesprekken',
      plannedAt: at.slice(0, 10),
    }),
    act(policyComplianceCheck, of, 'finish', { set: { result: 'follows', seen } }),
  )

const compliance: readonly Step[] = [
  checked('2026-02-10 16:30', 'anouk', {
    of: 'thuiswerken',
    title: 'Werken wij thuis zoals wij afspraken?',
    seen: 'Drie mensen lieten hun werkplek zien; schermen gaan vanzelf op slot.',
    units: [],
  }),
  checked('2026-02-12 11:20', 'ruben', {
    of: 'toegang',
    title: 'Gaat toegang zoals wij afspraken?',
    seen: 'Vijf aanvragen bekeken: alle door een ander goedgekeurd voordat ze werden gegeven.',
    units: ['ontwikkeling'],
  }),
]

export const auditSteps: readonly Step[] = [...programme, ...body, ...compliance]
