import { addMonths } from '../../../kernel/calendar.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { type Answers, QUESTIONS, type Question } from './chapters.ts'
import { holds, NONE } from './conditions.ts'
import { isSameName } from './drafts.ts'

/** Something about the answers that does not fit, or that somebody should know; in words as `interview.remark.<id>`. */
export interface Remark {
  readonly id: string
  /** Where it is said. */
  readonly question: Question
}

/** What contradicts what. */
const CONDITIONS: readonly (readonly [id: string, question: Question, condition: string])[] = [
  ['suppliers_cloud', 'suppliers', 'suppliers=none & cloud=some,most,all'],
  ['suppliers_systems', 'suppliers', 'suppliers=none & systems=microsoft365,google_workspace,cloud_platform'],
  ['suppliers_named', 'criticalSupplier', 'suppliers=none & criticalSupplier'],
  ['suppliers_development', 'suppliers', 'suppliers=none & outsourcedDevelopment'],
  ['cloud_office', 'cloud', 'cloud=none & systems=microsoft365,google_workspace,cloud_platform'],
  ['cloud_servers', 'ownServers', 'cloud=all & ownServers'],
  ['servers_none', 'ownServers', '!ownServers & systems=file_server'],
  ['servers_room', 'ownServers', '!ownServers & places=server_room'],
  ['data_hr', 'personalData', 'personalData=none & systems=hr_system,crm,patient_records,ticket_system'],
  ['data_people', 'personalData', 'personalData=none & headcount>=2'],
  ['data_special', 'specialData', 'personalData=none & specialData!=none'],
  ['data_bsn', 'bsn', 'personalData=none & bsn'],
  ['data_processor', 'processor', 'personalData=none & processor'],
  ['data_gdpr', 'laws', 'personalData!=none & laws!=gdpr'],
  ['care_health', 'specialData', 'personalData=patients & specialData!=health'],
  ['software_code', 'developsSoftware', '!developsSoftware & systems=source_code_host'],
  ['software_web', 'developsSoftware', '!developsSoftware & !outsourcedDevelopment & systems=own_web_application'],
  ['software_for', 'softwareFor', '!developsSoftware & softwareFor'],
  ['software_partner', 'outsourcedDevelopment', '!outsourcedDevelopment & suppliers=development'],
  ['ai_software', 'ai', 'ai=product & !developsSoftware'],
  ['alone_auditor', 'auditor', 'headcount<=1 & auditor=colleague'],
  ['alone_labour', 'headcount', 'headcount<=1'],
  ['alone_pair', 'coordinatorName', 'headcount<=1 & directorName & coordinatorName'],
  ['alone_it', 'itName', 'headcount<=1 & itName & suppliers=none'],
  ['large', 'headcount', 'headcount>=250'],
  ['places_visitors', 'visitors', 'places=none & visitors'],
  ['places_cameras', 'cameras', 'places=none & cameras'],
  ['places_remote', 'remoteWork', 'places=none & remoteWork=none'],
  ['remote_laptops', 'remoteWork', 'remoteWork=some,most,all & systems!=laptops'],
  ['law_care', 'laws', 'sector=care & laws!=nen7510'],
  ['law_government', 'laws', 'sector=government & laws!=bio'],
  ['law_finance', 'laws', 'sector=finance & laws!=dora'],
  ['law_cbw', 'laws', 'headcount>=50 & laws!=cbw'],
  ['law_uavg', 'laws', 'bsn & laws!=uavg | specialData!=none & laws!=uavg'],
  ['availability_hours', 'hoursWithout', 'availabilityPercent>=99.9 & hoursWithout>=24'],
  ['availability_number', 'availabilityPercent', 'demands!=availability & availabilityPercent'],
  ['backup_none', 'systems', 'systems!=backup'],
  ['hours_few', 'hoursCoordinator', 'headcount>=10 & hoursCoordinator<=2'],
  ['languages', 'languages', 'languages=de,fr,pl,uk,other'],
  ['everything_out', 'exclusions', 'exclusions'],
]

/** How long the quickest tidy company takes, and how long most do. */
const QUICKEST_MONTHS = 4

/** Everything there is to say about the answers, in the order of the questions. */
export function remarksOn(answers: Answers, today: CalendarDate): readonly Remark[] {
  const found = [
    ...CONDITIONS.filter(([, , condition]) => holds(condition, answers) === true).map(([id, question]) => ({
      id,
      question,
    })),
    ...QUESTIONS.filter((question) => isNoneAmongOthers(answers[question])).map((question) => ({
      id: 'none_and_others',
      question,
    })),
    ...dateRemarks(answers, today),
    ...nameRemarks(answers),
  ]
  return found.toSorted((a, b) => QUESTIONS.indexOf(a.question) - QUESTIONS.indexOf(b.question))
}

/** Ids of all remarks, for a test that each has its words. */
export function remarkIds(): readonly string[] {
  return [...CONDITIONS.map(([id]) => id), 'none_and_others', 'date_past', 'date_soon', 'one_person']
}

function isNoneAmongOthers(value: unknown): boolean {
  return Array.isArray(value) && value.length > 1 && value.includes(NONE)
}

function dateRemarks({ certificateDate }: Answers, today: CalendarDate): readonly Remark[] {
  const date = certificateDate ?? null
  if (date === null || date > addMonths(today, QUICKEST_MONTHS)) return []
  return [{ id: date <= today ? 'date_past' : 'date_soon', question: 'certificateDate' }]
}

function nameRemarks({ directorName, coordinatorName, headcount }: Answers): readonly Remark[] {
  const isOne = isSameName(directorName, coordinatorName) && (headcount ?? 1) > 1
  return isOne ? [{ id: 'one_person', question: 'coordinatorName' }] : []
}
