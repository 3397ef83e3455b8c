import { z } from 'zod'
import { listRecurring } from '../../../src/modules/rhythms/contract.ts'
import type { Visitor } from '../stage.ts'
import { type Cast, personOf } from './begin.ts'
import { act, actOnAll, ask, type Company, fill, fillAll, kept, make, type Row, rowsOf } from './company.ts'
import { adopt } from './weigh.ts'

/** Phase D: everything that has to be there and to be seen working, once. */
export async function build(company: Company, cast: Cast): Promise<void> {
  const { coordinator } = cast
  const day = company.day()
  await adopt(company, cast, 'all')
  for (const own of await rowsOf(company, coordinator, 'organisation')) {
    await fill(company, coordinator, own, { ismsStart: day, contactListCheckedAt: day })
  }
  await people(company, cast)
  await access(company, cast)
  await technology(company, coordinator)
  await suppliers(company, cast)
  await privacyAndContinuity(company, cast)
  await changes(company, cast)
  await around(company, cast)
  await rhythm(company, coordinator)
}

/** Steps 23 to 25: who can do it, who was told, who signed. */
async function people(company: Company, { director, coordinator }: Cast): Promise<void> {
  const at = company.day()
  const title = company.say({ nl: 'Ervaring en cursus', en: 'Experience and a course' })
  const held = await rowsOf(company, coordinator, 'role_assignment')
  for (const asked of await rowsOf(company, coordinator, 'competence_requirement')) {
    const [basis = null] = z.array(z.string()).parse(asked['acceptedBases'])
    for (const one of held.filter((other) => other['role'] === asked['role'])) {
      const person = z.string().parse(one['person'])
      const proof = { title, person, requirements: [asked.id], basis, obtainedAt: '2026-05-01' }
      await act(company, director, [await make(company, coordinator, 'competence_evidence', proof), 'assess'])
    }
  }
  const policies = await rowsOf(company, coordinator, 'document')
  const policy = policies.find((one) => one['type'] === 'infosec_policy')
  const texts = await rowsOf(company, coordinator, 'document_version')
  const told = texts.find((one) => one['document'] === policy?.id && one.state === 'effective')
  const topics = ['policy', 'contribution', 'implications']
  for (const { id: person } of await rowsOf(company, coordinator, 'person')) {
    const lesson = { person, at, topics, method: 'meeting', result: 'sufficient' }
    await make(company, coordinator, 'awareness_record', lesson)
    await make(company, coordinator, 'acknowledgement', {
      person,
      documentVersion: told?.id ?? null,
      acknowledgedAt: at,
      channel: 'meeting',
    })
  }
  const signed = { termsSignedAt: '2026-08-01', confidentialitySignedAt: '2026-08-01' }
  for (const one of await rowsOf(company, coordinator, 'person')) {
    if (one['termsSignedAt'] === null) await fill(company, coordinator, one, signed)
  }
}

/** Step 26: who may do what in which system, and who looked at that. */
async function access(company: Company, { director, coordinator, owners }: Cast): Promise<void> {
  const say = (nl: string, en: string): string => company.say({ nl, en })
  await fillAll(company, coordinator, 'information_system', (one) => ({
    mfa: true,
    loggingOn: true,
    logsProtected: true,
    ...kept(one, {
      remoteAccess: true,
      privilegedAccess: true,
      loggingRequired: true,
      logReviewIntervalDays: 90,
      cloud: true,
      cryptography: true,
      personalData: true,
      acquisitionCheck: say('Certificaat en voorwaarden gezien.', 'Certificate and terms were seen.'),
      responsibilities: say('Aanbieder: platform. Wij: accounts.', 'Provider: platform. We: accounts.'),
      exitPlan: say('Uitvoeren in een gangbaar formaat.', 'Export in a common format.'),
    }),
  }))
  const person = await personOf(company, owners.at(-1) ?? coordinator)
  const reviewer = await personOf(company, owners[0] ?? coordinator)
  // Who works alone has nobody to ask: her own access is looked at in the review.
  const isAlone = director === coordinator
  const admin = { person, accessRole: 'admin', privileged: true, account: 'beheer', separateAccount: true }
  for (const { id: system } of isAlone ? [] : await rowsOf(company, coordinator, 'information_system')) {
    const reason = say('Beheert het', 'Runs it')
    const asked = await make(company, coordinator, 'access_grant', { ...admin, system, reason })
    const granted = await act(company, coordinator, [await act(company, director, [asked, 'approve']), 'grant'])
    await act(company, coordinator, [granted, 'review'])
  }
  const seen = { reviewer, populationCount: 30, changesDecided: 0, changes: say('Geen', 'None') }
  await actOnAll(company, coordinator, ['access_review', 'finish', 'planned'], seen)
  await actOnAll(company, coordinator, ['access_review', 'carryOut', 'done'])
}

/** Steps 27 and 28: devices and servers, settings, scans, keys; and whether it comes back. */
async function technology(company: Company, who: Visitor): Promise<void> {
  const day = company.day()
  const say = (nl: string, en: string): string => company.say({ nl, en })
  const usual = { mobile: false, endpoint: false, storageMedia: false, personalData: true, managedBy: 'organisation' }
  await fillAll(company, who, 'asset', (one) => ({
    encrypted: true,
    managed: true,
    osSupported: true,
    lastSeen: day,
    ...kept(one, usual),
  }))
  await actOnAll(company, who, ['baseline', 'approve', 'draft'])
  await actOnAll(company, who, ['baseline', 'check', 'in_force'], { checkResult: say('Klopt.', 'As it should be.') })
  for (const scan of await rowsOf(company, who, 'scan_run')) {
    await act(company, who, [await fill(company, who, scan, { critical: 0, high: 0, medium: 0, low: 2 }), 'finish'])
  }
  await actOnAll(company, who, ['key_or_certificate', 'renew'], { expiresAt: '2027-08-31' })
  for (const plan of await rowsOf(company, who, 'backup_policy')) {
    const safe = { offline: true, encrypted: true, monitored: true, confirmMonths: 1 }
    await act(company, who, [await fill(company, who, plan, safe), 'approve'])
  }
  const systems = (await rowsOf(company, who, 'information_system')).map(({ id }) => id)
  const back = { systems, hoursNeeded: 2, rtoMet: true, intact: true, backupFrom: day }
  for (const test of await rowsOf(company, who, 'restore_test')) {
    await act(company, who, [await fill(company, who, test, back), 'finish'], { result: 'success' })
  }
  const checkedBy = await personOf(company, who)
  for (const system of systems)
    await make(company, who, 'backup_run', { system, at: day, result: 'success', checkedBy })
  const read = { systems, periodFrom: '2026-09-01', periodTo: '2026-09-30' }
  for (const review of await rowsOf(company, who, 'log_review')) {
    await act(company, who, [await fill(company, who, review, read), 'finish'], { result: 'nothing_unusual' })
  }
}

/** Step 29: judged before access, agreed in writing, looked at again. */
async function suppliers(company: Company, { director, coordinator }: Cast): Promise<void> {
  const say = (nl: string, en: string): string => company.say({ nl, en })
  const agreed = {
    agreedAt: '2025-01-01',
    endsAt: '2028-01-01',
    securityClauses: true,
    processorAgreementSignedAt: '2025-01-01',
    incidentNoticeHours: 24,
    assuranceRight: true,
    exit: say('Gegevens terug.', 'Data comes back.'),
    documents: [],
  }
  const assessment = { assessment: say('Certificaat gezien.', 'Certificate seen.') }
  for (const one of await rowsOf(company, coordinator, 'supplier')) {
    const usual = kept(one, { accessToInformation: true, processesPersonalData: true, accessStart: '2025-01-01' })
    const known = await fill(company, coordinator, one, { ...usual, reviewIntervalMonths: 12, contract: agreed })
    const assessed = await act(company, coordinator, [known, 'assess'], assessment)
    await act(company, coordinator, [await act(company, director, [assessed, 'approve']), 'contract'])
  }
  await actOnAll(company, coordinator, ['supplier', 'activate', 'contracted'])
  const reviewer = await personOf(company, coordinator)
  const result = { reviewer, result: 'good', conclusion: say('Voldoet.', 'Good enough.') }
  await actOnAll(company, coordinator, ['supplier_review', 'finish', 'planned'], result)
}

/** Steps 31 and 32. */
async function privacyAndContinuity(company: Company, { director, coordinator }: Cast): Promise<void> {
  const say = (nl: string, en: string): string => company.say({ nl, en })
  const highRiskReason = say('Geen van de kenmerken geldt.', 'None of the signs applies.')
  for (const one of await rowsOf(company, coordinator, 'processing_record')) {
    const set = { highRisk: false, highRiskReason, ...kept(one, { specialCategories: false, outsideEea: false }) }
    await act(company, coordinator, [await fill(company, coordinator, one, set), 'verify'])
  }
  await fillAll(company, coordinator, 'service', (one) => kept(one, { critical: true, rtoHours: 8, rpoHours: 24 }))
  const leader = await personOf(company, director)
  const reviewed = { reviewedAt: company.day(), reviewedBy: leader }
  await fillAll(company, coordinator, 'continuity_plan', () => reviewed)
  const findings = say('De telefoonlijst was oud.', 'The list of numbers was old.')
  const noFollowUpReason = say('Meteen bijgewerkt.', 'Mended at once.')
  for (const test of await rowsOf(company, coordinator, 'continuity_test')) {
    const set = { participants: [leader], hoursNeeded: 3, findings, noFollowUpReason }
    await act(company, coordinator, [await fill(company, coordinator, test, set), 'finish'], { result: 'success' })
  }
}

/** Step 33: a change of the ISMS, one of a system, a project and a release. */
async function changes(company: Company, { director, coordinator, owners }: Cast): Promise<void> {
  const day = company.day()
  const say = (nl: string, en: string): string => company.say({ nl, en })
  const me = await personOf(company, coordinator)
  const maker = await personOf(company, owners.at(-1) ?? coordinator)
  for (const one of await rowsOf(company, coordinator, 'isms_change')) {
    const set = { significant: false, significantStatedBy: me, plannedFor: day }
    const planned = await fill(company, coordinator, one, set)
    await act(company, coordinator, [await act(company, director, [planned, 'approve']), 'putIntoEffect'])
  }
  const [system] = await rowsOf(company, coordinator, 'information_system')
  const product = system?.id ?? null
  const asked = await make(company, coordinator, 'change_record', {
    title: say('Nieuwe versie', 'New version'),
    kind: 'application',
    systems: product === null ? [] : [product],
    significant: false,
    significantStatedBy: me,
    riskChecked: true,
    consequences: say('Klein', 'Small'),
    fallback: say('Vorige versie', 'The version before'),
    owner: maker,
    plannedFor: day,
  })
  const tested = { implementedAt: day, testedAt: day, testedBy: maker, testResult: say('Goed', 'Good') }
  await act(company, coordinator, [await act(company, director, [asked, 'approve']), 'implement'], tested)
  const [risk] = await rowsOf(company, coordinator, 'risk')
  await make(company, coordinator, 'project', {
    title: say('App voor planners', 'App for planners'),
    owner: maker,
    touchesInformation: true,
    touchesInformationStatedBy: me,
    securityRequirements: say('Aanmelden met een tweede factor', 'Sign in with a second factor'),
    securityAgreedAt: day,
    risks: risk === undefined ? [] : [risk.id],
    startsOn: day,
    buildStartsOn: '2026-11-02',
  })
  const release = { title: '4.2', product, versionLabel: '4.2', owner: me, madeBy: [me], reviewedBy: maker }
  const passed = { reviewedAt: day, securityTest: 'passed', securityTestedAt: day, plannedFor: day }
  const ready = await make(company, coordinator, 'release', { ...release, ...passed })
  await act(company, coordinator, [ready, 'release'], { releasedAt: day })
}

/** Steps 30, 34 and 35: something is reported, who came in, and what others warn of. */
async function around(company: Company, { coordinator }: Cast): Promise<void> {
  const day = company.day()
  const say = (nl: string, en: string): string => company.say({ nl, en })
  const me = await personOf(company, coordinator)
  const event = { title: say('Verdachte mail', 'Suspicious mail'), reportedAt: `${day}T06:00:00Z`, reportedBy: me }
  await act(company, coordinator, [await make(company, coordinator, 'security_event', event), 'classify'])
  const keys = { doneAt: day, holders: 12, withdrawn: 0, badgesReturned: true, by: me }
  await fillAll(company, coordinator, 'entry_rights_review', () => keys)
  const places = await rowsOf(company, coordinator, 'location')
  const visit = { visitor: 'B. Bezoeker', visitedAt: day, host: me }
  for (const place of places.filter((one: Row) => one['receivesVisitors'] === true)) {
    await make(company, coordinator, 'visitor_log', { ...visit, location: place.id })
  }
  const conclusion = say('Staat bij onze risico’s.', 'It is among our risks.')
  await actOnAll(company, coordinator, ['threat_intel_item', 'analyse', 'received'], { conclusion })
}

/** Step 36: every duty gets a first day, where it has none. */
async function rhythm(company: Company, who: Visitor): Promise<void> {
  const { works } = listRecurring.reply.parse(await ask(company, who, ['GET', 'recurring']))
  const without = works.filter(({ startsOn, suggested }) => startsOn === null && suggested !== null)
  await ask(company, who, ['PATCH', 'recurring'], {
    works: without.map(({ id, version, suggested }) => ({ id, version, startsOn: suggested })),
    proposed: [],
  })
}

/** What waits for somebody is done, and said so. */
export async function keepUp(company: Company, who: Visitor): Promise<void> {
  const { works } = listRecurring.reply.parse(await ask(company, who, ['GET', 'recurring']))
  const result = company.say({ nl: 'Gedaan.', en: 'Done.' })
  for (const { id, waits, isOwnRule } of works) {
    if (waits === null || isOwnRule) continue
    await ask(company, who, ['POST', `recurring/${id}`], { act: 'finish', due: waits.due, result })
  }
}
