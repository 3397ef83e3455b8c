/** How systems are set up, which keys there are, and who reads the logs. */
import { addDays } from '../../src/kernel/calendar.ts'
import { baseline } from '../../src/modules/configurations/register.ts'
import { type KeyOrCertificate, keyOrCertificate } from '../../src/modules/cryptography/register.ts'
import { logReview } from '../../src/modules/logs/register.ts'
import type { Actor } from './cast.ts'
import { act, create, idOf, idsOf, on, type Step, update } from './story.ts'
import { SYSTEMS_IN_SCOPE } from './systems.ts'

const person = (key: string) => idOf('person', key)

const SET_UP = [
  {
    key: 'internet_facing',
    title: 'Webdienst aan het internet',
    settings:
      'Alleen versleuteld bereikbaar, tweede stap voor beheer, foutmeldingen zonder inhoud, elke week bijgewerkt.',
    source: 'Richtlijn voor webdiensten van het NCSC',
  },
  {
    key: 'cloud_platform',
    title: 'Database en opslag in de cloud',
    settings: 'Niet openbaar, versleuteld met eigen sleutel, toegang op naam, logboek aan en onveranderbaar.',
    source: 'Aanbevelingen van de cloudhost',
  },
  {
    key: 'cloud_application',
    title: 'Toepassingen van anderen',
    settings: 'Inloggen via de mail- en identiteitsdienst, tweede stap verplicht, delen met buiten staat uit.',
    source: 'Eigen afspraak',
  },
  {
    key: 'workstation',
    title: 'Laptops',
    settings: 'Schijf versleuteld, vergrendeld na vijf minuten, updates vanzelf, geen rechten als beheerder.',
    source: 'Aanbevelingen van de maker',
  },
] as const

const OPEN_STORE = {
  what: 'Oude opslagruimte stond open voor het hele platformteam',
  system: idOf('information_system', 'backup'),
  foundAt: '2026-01-27',
} as const

const baselines: readonly Step[] = [
  on(
    '2025-11-19 14:30',
    'youssef',
    ...SET_UP.map(({ key, title, settings, source }) =>
      create(baseline, key, { title, systemClass: key, settings, source, owner: person('youssef') }),
    ),
  ),
  on('2025-11-24 10:00', 'ruben', ...SET_UP.map(({ key }) => act(baseline, key, 'approve'))),
  on(
    '2026-01-27 11:00',
    'youssef',
    act(baseline, 'cloud_platform', 'check', {
      set: {
        checkResult: 'Eén verschil; wordt morgen hersteld.',
        deviations: [OPEN_STORE],
      },
    }),
    ...['internet_facing', 'cloud_application', 'workstation'].map((key) =>
      act(baseline, key, 'check', { set: { checkResult: 'Zoals vastgelegd.' } }),
    ),
  ),
  on(
    '2026-01-28 12:25',
    'youssef',
    update(
      baseline,
      'cloud_platform',
      { deviations: [{ ...OPEN_STORE, resolvedAt: '2026-01-28' }] },
      'Opslagruimte gesloten en opnieuw vergeleken',
    ),
  ),
]

interface Kept {
  readonly key: string
  readonly title: string
  readonly kind: NonNullable<KeyOrCertificate['kind']>
  readonly systems: readonly string[]
  readonly owner: Actor
  readonly in: string
  readonly until: string
  readonly renewsItself?: true
}

const KEYS: readonly Kept[] = [
  {
    key: 'rooster',
    title: 'rooster.kiekendief.example',
    kind: 'server_certificate',
    systems: ['webdienst'],
    owner: 'youssef',
    in: 'Cloudhost',
    until: '2026-02-04',
    renewsItself: true,
  },
  {
    key: 'klantdatabase',
    title: 'Sleutel van de klantdatabase',
    kind: 'encryption_key',
    systems: ['database'],
    owner: 'youssef',
    in: 'Kluis van de cloudhost',
    until: '2026-03-31',
  },
  {
    key: 'back-up',
    title: 'Sleutel van de back-ups',
    kind: 'encryption_key',
    systems: ['backup'],
    owner: 'youssef',
    in: 'Kluis van de cloudhost, en op papier in de kluis van de notaris',
    until: '2026-03-31',
  },
  {
    key: 'uitlevering',
    title: 'Ondertekening van uitgeleverde versies',
    kind: 'signing_key',
    systems: ['bouwstraat'],
    owner: 'tijs',
    in: 'Kluis van de bouwstraat',
    until: '2026-03-31',
  },
  {
    key: 'mail',
    title: 'Ondertekening van mail',
    kind: 'domain_key',
    systems: ['identiteit'],
    owner: 'youssef',
    in: 'Mail- en identiteitsdienst',
    until: '2026-11-20',
  },
]

const keys: readonly Step[] = [
  on(
    '2025-11-20 09:30',
    'youssef',
    ...KEYS.map((of) =>
      create(keyOrCertificate, of.key, {
        title: of.title,
        kind: of.kind,
        systems: idsOf('information_system', ...of.systems),
        owner: person(of.owner),
        keptIn: of.in,
        automaticRenewal: of.renewsItself === true,
        expiresAt: of.until,
      }),
    ),
  ),
  on('2026-01-22 09:40', 'youssef', act(keyOrCertificate, 'rooster', 'renew', { set: { expiresAt: '2026-04-22' } })),
]

const READ: readonly { readonly at: string; readonly findings: string; readonly isFollowedUp?: true }[] = [
  { at: '2025-11-03', findings: 'Niets bijzonders.' },
  { at: '2025-12-01', findings: 'Niets bijzonders; geen spoor van de twee open kwetsbaarheden.' },
  { at: '2026-01-05', findings: 'Weinig verkeer in de feestweken, geen beheer buiten kantoortijd.' },
  { at: '2026-02-02', findings: 'Niets bijzonders.' },
  {
    at: '2026-03-02',
    findings: 'Eén dag met veel geweigerde aanmeldingen, al nagelopen op 11 februari.',
    isFollowedUp: true,
  },
]

const logs: readonly Step[] = READ.map(({ at, findings, isFollowedUp }) =>
  on(
    `${at} 08:45`,
    'youssef',
    create(logReview, at, {
      title: 'Logboeken van alle systemen nagelezen',
      systems: SYSTEMS_IN_SCOPE,
      method: 'manual',
      periodFrom: addDays(at, -31),
      periodTo: addDays(at, -1),
    }),
    act(logReview, at, 'finish', {
      set: {
        result: isFollowedUp === true ? 'followed_up' : 'nothing_unusual',
        findings,
        followUp: isFollowedUp === true ? idsOf('security_event', 'wachtwoord') : [],
      },
    }),
  ),
)

export const protectionSteps: readonly Step[] = [...baselines, ...keys, ...logs]
