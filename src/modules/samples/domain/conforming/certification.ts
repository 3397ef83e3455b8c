import { addDays } from '../../../../kernel/calendar.ts'
import type { RecordId } from '../../../../kernel/register.ts'
import { audit } from '../../../audits/registers/audit.ts'
import { finding } from '../../../audits/registers/finding.ts'
import { certificate } from '../../../certificates/registers/certificate.ts'
import { markUse } from '../../../certificates/registers/mark-use.ts'
import { scope } from '../../../scopes/register.ts'
import type { Builder } from '../builder.ts'
import type { People } from './people.ts'
import type { Scheme } from './scheme.ts'
import type { Soa } from './statement.ts'

export interface Certification {
  /** Applied for before stage 1, active since the decision. */
  readonly certificate: RecordId
  /** The two audits of the body and the surveillance that comes; empty before the certificate: the stage plan has them. */
  readonly bodyAudits: readonly RecordId[]
  /** A minor of stage 2 that was carried out; null before the certificate. */
  readonly bodyFinding: RecordId | null
  readonly markUse: RecordId | null
}

type About = People & Soa & { readonly workPapers: readonly RecordId[]; readonly scope: RecordId }

const BODY = 'Keurhof Certificatie (voorbeeld)'

interface Dates {
  readonly stage2LastDay: string
  readonly certifiedAt: string
}

function addBodyAudits(build: Builder, about: About, scheme: Scheme, dates: Dates): readonly [RecordId, ...RecordId[]] {
  const common = { body: BODY, leadAuditor: about.officer, auditorsStated: 'Ilse Kraan (voorbeeld)' } as const
  const stage1 = build.add(
    audit,
    { ...common, title: 'Fase 1', kind: 'stage1', firstDay: scheme.stage1, lastDay: scheme.stage1 },
    { key: 'audit.stage1', state: 'closed', validFrom: scheme.stage1 },
  )
  const stage2 = build.add(
    audit,
    {
      ...common,
      title: 'Fase 2',
      kind: 'stage2',
      firstDay: scheme.stage2,
      lastDay: dates.stage2LastDay,
      reportAt: addDays(dates.stage2LastDay, 7),
      conclusion: 'Voordracht voor het certificaat, met één niet-kritieke afwijking.',
      decidedAt: dates.certifiedAt,
    },
    { key: 'audit.stage2', state: 'decided', validFrom: dates.stage2LastDay },
  )
  const surveillance = build.add(
    audit,
    { ...common, title: 'Eerste controle-audit', kind: 'surveillance', plannedAt: scheme.surveillance },
    { key: 'audit.surveillance', validFrom: dates.certifiedAt },
  )
  return [stage2, stage1, surveillance]
}

function addBodyFinding(
  build: Builder,
  about: About,
  { audit: stage2, stage2LastDay }: { readonly audit: RecordId; readonly stage2LastDay: string },
): RecordId {
  return build.add(
    finding,
    {
      title: 'Plan voor bewustwording noemt inhuur niet',
      audit: stage2,
      authorKind: 'external_auditor',
      grade: 'minor',
      requirementRef: '7.3',
      clauseItem: '7.3',
      statement: 'Twee ingehuurde mensen stonden niet in het plan.',
      owner: about.officer,
      raisedAt: stage2LastDay,
      due: addDays(stage2LastDay, 90),
      correction: 'Beiden zijn toegevoegd.',
      cause: 'De lijst kwam uit de salarisadministratie.',
      plan: 'De lijst komt voortaan uit het register van mensen.',
      answeredAt: addDays(stage2LastDay, 14),
      planAcceptedAt: addDays(stage2LastDay, 20),
      implementedAt: addDays(stage2LastDay, 60),
      implementationEvidence: about.workPapers.slice(0, 1),
    },
    { key: 'finding.external', state: 'implemented', validFrom: addDays(stage2LastDay, 60) },
  )
}

export function addCertification(build: Builder, about: About, scheme: Scheme): Certification {
  const { certifiedAt, stage2LastDay, validUntil } = scheme
  const common = { title: 'ISO/IEC 27001', owner: about.officer, body: BODY, appliedAt: scheme.after({ days: 60 }) }
  if (certifiedAt === null || stage2LastDay === null) {
    const applied = build.add(certificate, common, { key: 'certificate', state: 'applied' })
    return { certificate: applied, bodyAudits: [], bodyFinding: null, markUse: null }
  }
  const bodyAudits = addBodyAudits(build, about, scheme, { stage2LastDay, certifiedAt })
  const [stage2] = bodyAudits
  const bodyFinding = addBodyFinding(build, about, { audit: stage2, stage2LastDay })
  const made = build.add(
    certificate,
    {
      ...common,
      accreditationMark: 'RvA',
      certificateNumber: 'VB-2700',
      scopeText: build.isms().find(scope, about.scope)?.statement ?? null,
      scopeAgrees: true,
      scopeAgreesStatedBy: about.officer,
      scopeAgreesStatedAt: certifiedAt,
      statement: about.statement,
      decisionAt: certifiedAt,
      validUntil,
      audits: bodyAudits.slice(0, 2),
    },
    { key: 'certificate', state: 'active', validFrom: certifiedAt },
  )
  const shown = build.add(
    markUse,
    {
      title: 'Onderaan de website',
      certificate: made,
      kind: 'website',
      place: 'https://voorbeeld.invalid',
      wording: 'Onze informatiebeveiliging is gecertificeerd volgens ISO/IEC 27001.',
      owner: about.officer,
      fromDate: certifiedAt,
      withinRules: true,
      checkedBy: about.officer,
      checkedAt: certifiedAt,
    },
    { key: 'mark_use.website', validFrom: certifiedAt },
  )
  return { certificate: made, bodyAudits, bodyFinding, markUse: shown }
}
