import { ROLES } from '../../../kernel/permission.ts'
import {
  boolean,
  choice,
  date,
  from,
  group,
  link,
  list,
  longText,
  machine,
  number,
  type RecordOf,
  register,
  text,
} from '../../../kernel/register.ts'

const count = () => number({ least: 0, integer: true })

/** A rhythm or deadline within sense: outside of it, it was mistyped or means nothing. */
const months = (most: number) => number({ least: 1, most, integer: true })
const days = (least: number, most: number) => number({ least, most, integer: true })

const hours = () => number({ least: 0, most: 60 })

/** What the organisation chose for itself (readiness 1.5); null is the default of the rule set. */
const parameters = () =>
  group({
    contextReviewMonths: months(60),
    awarenessMonths: months(60),
    auditIntervalMonths: months(36),
    managementReviewMonths: months(36),
    independentReviewMonths: months(36),
    accessReviewMonths: months(36),
    accessReviewCriticalMonths: months(36),
    privilegedReviewMonths: months(36),
    leaverWorkingDays: days(0, 60),
    eventHours: number({ least: 1, most: 720, integer: true }),
    threatDays: days(1, 730),
    scanExternalMonths: months(36),
    scanInternalMonths: months(36),
    fixCriticalDays: days(1, 365),
    fixHighDays: days(1, 365),
    fixMediumDays: days(1, 730),
    fixLowDays: days(1, 1_825),
    supplierHighMonths: months(60),
    supplierMediumMonths: months(60),
    supplierLowMonths: months(120),
    evidenceMonths: months(60),
    evidenceAccessMonths: months(60),
    evidenceScanMonths: months(60),
    policyReviewMonths: months(60),
    documentReviewMonths: months(120),
    taskGraceDays: days(0, 180),
    auditAndReviewBefore: choice(['stage1', 'stage2']),
    stage2Months: months(24),
    initialMajorMonths: months(24),
    minorPlanDays: days(1, 365),
    majorDays: days(1, 365),
    notifyBodyDays: days(0, 365),
    pileUp: number({ least: 1, most: 25, integer: true }),
    clusterPileUp: number({ least: 1, most: 25, integer: true }),
  })

/** The organisation itself: who it is, when the auditor comes, and the rhythms that it set for itself. */
export const organisation = register('organisation', {
  code: 'ORG',
  group: 'ground',
  single: true,
  fields: {
    title: text().required(),
    legalNames: list({ name: text(), registration: text() }),
    headcount: count(),
    sector: choice([
      'software',
      'it_services',
      'care',
      'government',
      'education',
      'finance',
      'professional_services',
      'industry',
      'trade',
      'transport',
      'other',
    ]),
    country: text(),
    timeZone: text(),
    closedDays: list({ date: date(), name: text() }),
    ismsStart: date(),
    stagePlan: group({
      stage1: date(),
      stage1LastDay: date(),
      stage2: date(),
      stage2LastDay: date(),
      surveillance: list({ firstDay: date(), lastDay: date() }),
      recertification: date(),
    }),
    /** By when the certificate is wanted, and who can give how many hours a week: the path is planned with it. */
    pathPlan: group({
      targetDate: date(),
      hoursPerWeek: group({
        director: hours(),
        coordinator: hours(),
        owners: hours(),
        it: hours(),
        hr: hours(),
        auditor: hours(),
      }),
    }),
    parameters: parameters(),
    parametersReason: longText(),
    /** As top management approved them last: what is changed after that waits, and these hold (docs/adr/0008). */
    parametersApproved: parameters().set(),
    parametersApprovedBy: link('person').set(),
    parametersApprovedAt: date().set(),
    contactListCheckedAt: date(),
    requiredDocuments: list({ name: text(), document: link('document') }),
    placeholderPatterns: list({ pattern: text() }),
    recordClasses: list({
      name: text(),
      personalData: boolean(),
      accessLevel: choice(['public', 'organisation', 'group', 'persons']),
      retentionMonths: count(),
      disposal: choice(['destroy', 'anonymise', 'return', 'keep']),
      disposeBy: date(),
      disposedAt: date(),
    }),
    isSample: boolean().set(),
  },
  states: machine('active', {
    approveParameters: from('active')
      .to('active')
      .approval()
      .stamp({ by: 'parametersApprovedBy', at: 'parametersApprovedAt' }),
  }),
  list: ['number', 'title', 'sector', 'headcount', 'ismsStart'],
  access: {
    read: ROLES,
    create: ['administrator', 'coordinator'],
    update: ['coordinator'],
    approve: ['top_management'],
    own: [],
  },
})
export type Organisation = RecordOf<typeof organisation>
