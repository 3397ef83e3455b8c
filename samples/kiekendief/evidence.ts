/** Who handed in which proof, who accepted it, and what still lies waiting. */
import { createHash } from 'node:crypto'
import { addDays } from '../../src/kernel/calendar.ts'
import { control as controlRegister } from '../../src/modules/controls/register.ts'
import { type Evidence, evidence } from '../../src/modules/evidence/register.ts'
import type { Actor } from './cast.ts'
import { control } from './controls.ts'
import { LINES } from './line-list.ts'
import { SHOWN, type Shown } from './proof-list.ts'
import { act, create, type Given, idOf, on, type Step } from './story.ts'

export const TODAY = '2026-03-02'

/** A file that travels with the sample. */
export interface Enclosure {
  readonly name: string
  readonly type: string
  readonly text: string
  readonly hash: string
}

function enclosure(name: string, type: string, lines: readonly string[]): Enclosure {
  const text = `${lines.join('\n')}\n`
  return { name, type, text, hash: createHash('sha256').update(text).digest('hex') }
}

const CSV = 'text/csv'

const FILES: Readonly<Record<string, Enclosure>> = {
  '8.15': enclosure('loguittreksel-februari.csv', CSV, [
    'dag;aanmeldingen;geweigerd;als beheerder;opvallend',
    '2026-02-02;412;9;2;nee',
    '2026-02-10;398;31;1;ja, nagelopen: een klant met een oud wachtwoord',
    '2026-02-18;427;12;3;nee',
    '2026-02-27;405;8;1;nee',
  ]),
  '8.1': enclosure('laptops-januari.csv', CSV, [
    'laptop;versleuteld;bijgewerkt;laatst gezien',
    ...Array.from({ length: 13 }, (_, index) => `L-${String(index + 1).padStart(2, '0')};ja;ja;2026-01-13`),
  ]),
  '5.22': enclosure('leveranciers-oktober.txt', 'text/plain', [
    'Beoordeling van zes leveranciers, 17 oktober 2025, door Fenna Postma.',
    'Polderwolk Cloud: certificaat geldig, twee storingen gemeld binnen de afspraak. Voldoet.',
    'Heldermail: verklaring ontvangen. Voldoet.',
    'Smidse Code, Vraagbaak Online, Cijferwerk, verhuurder: geen wijzigingen die ons raken.',
  ]),
}

export const ENCLOSURES: readonly Enclosure[] = Object.values(FILES)

/** The first day from this one on which somebody is in the office. */
function workday(date: string): string {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 ? workday(addDays(date, 1)) : date
}

const ageOf = (ref: string): number => {
  const line = LINES.find((one) => one.ref === ref)
  return line?.is === 'implemented' ? (line.proof ?? 0) : 0
}
const ownerOf = (ref: string): Actor => LINES.find((one) => one.ref === ref)?.owner ?? 'fenna'

/** Nobody accepts what he handed in himself. */
const judgeOf = (owner: Actor): Actor => (owner === 'fenna' ? 'marit' : 'fenna')

function described(piece: Shown, until: string): Given<Evidence> {
  const file = FILES[piece.ref]
  return {
    title: piece.title,
    kind: piece.kind,
    proves: [control(piece.ref)],
    ...(file === undefined ? { url: `https://dossier.kiekendief.example/bewijs/${piece.ref}` } : { file: file.hash }),
    method: piece.method,
    sourceSystem: piece.from,
    periodFrom: addDays(until, -30),
    periodTo: until,
    owner: idOf('person', ownerOf(piece.ref)),
  }
}

/** The day on which controls got their first states. */
const STATES_SET = '2026-01-21'

function handedIn(piece: Shown): readonly Step[] {
  const until = addDays(TODAY, -ageOf(piece.ref))
  const owner = ownerOf(piece.ref)
  const isToday = until === TODAY
  const given = workday(until)
  const judged = isToday ? given : workday(addDays(given, 1))
  const accepted = on(
    isToday ? `${judged} 09:05` : `${judged} 16:00`,
    judgeOf(owner),
    act(evidence, piece.ref, 'accept'),
  )
  const running = judged > STATES_SET && !isToday ? `${judged} 16:30` : '2026-01-22 16:30'
  return [
    on(
      `${given} ${isToday ? '08:40' : '10:00'}`,
      owner,
      create(evidence, piece.ref, described(piece, until)),
      act(evidence, piece.ref, 'collect'),
    ),
    accepted,
    on(running, 'fenna', act(controlRegister, piece.ref, 'operate')),
  ]
}

/** The log of January, which that of February followed. */
const january: readonly Step[] = [
  on(
    '2026-02-02 08:50',
    'youssef',
    create(evidence, '8.15 januari', {
      title: 'Loguittreksel januari',
      kind: 'log',
      proves: [control('8.15')],
      url: 'https://dossier.kiekendief.example/bewijs/8.15-januari',
      method: 'system_export',
      sourceSystem: 'Webdienst',
      periodFrom: '2026-01-01',
      periodTo: '2026-01-31',
      owner: idOf('person', 'youssef'),
    }),
    act(evidence, '8.15 januari', 'collect'),
  ),
  on('2026-02-03 09:30', 'fenna', act(evidence, '8.15 januari', 'accept')),
]

/** Handed in and not looked at yet, so it counts for nothing. */
const waiting = (ref: string, title: string, at: string): Step => {
  const owner = ownerOf(ref)
  const key = `${ref} wacht`
  return on(
    at,
    owner,
    create(evidence, key, {
      title,
      kind: 'list',
      proves: [control(ref)],
      url: `https://dossier.kiekendief.example/bewijs/${ref}`,
      method: 'system_export',
      periodTo: at.slice(0, 10),
      owner: idOf('person', owner),
    }),
    act(evidence, key, 'collect'),
  )
}

/** What stands behind the score of R-8: the scan of February, accepted, and a list that still waits. */
const ofLibrary = (key: string, title: string, method: 'system_export' | 'system_report', periodTo: string) =>
  create(evidence, key, {
    title,
    kind: 'report',
    proves: [idOf('risk', 'R-8')],
    url: `https://dossier.kiekendief.example/bewijs/${key}`,
    method,
    sourceSystem: 'Bouwstraat',
    periodTo,
    owner: idOf('person', 'tijs'),
  })

const library: readonly Step[] = [
  on(
    '2026-03-02 08:20',
    'tijs',
    ofLibrary('scan-februari', 'Scan van de bouwstraat, februari', 'system_export', '2026-02-28'),
    act(evidence, 'scan-februari', 'collect'),
  ),
  on('2026-03-02 08:50', 'fenna', act(evidence, 'scan-februari', 'accept')),
  on(
    '2026-03-02 08:55',
    'tijs',
    ofLibrary('open-kwetsbaarheden', 'Lijst met open kwetsbaarheden', 'system_report', '2026-03-02'),
    act(evidence, 'open-kwetsbaarheden', 'collect'),
  ),
]

const asked = (ref: string, title: string, dueAt: string) =>
  create(evidence, `${ref} gevraagd`, {
    title,
    kind: 'record',
    proves: [control(ref)],
    owner: idOf('person', ownerOf(ref)),
    dueAt,
  })

export const evidenceSteps: readonly Step[] = [
  ...SHOWN.flatMap(handedIn),
  ...january,
  ...library,
  waiting('5.9', 'Lijst van bedrijfsmiddelen, februari', '2026-02-24 11:10'),
  waiting('8.7', 'Stand van de virusscanner op de laptops', '2026-02-25 09:40'),
  waiting('6.1', 'Data van screening per persoon', '2026-02-25 14:15'),
  waiting('8.29', 'Uitkomst van de beveiligingstest van februari', '2026-02-27 10:20'),
  on(
    '2026-02-20 10:00',
    'fenna',
    asked('5.12', 'Steekproef: tien bestanden en hun klasse', '2026-03-13'),
    asked('5.16', 'Lijst van accounts met hun eigenaar', '2026-03-13'),
    asked('8.24', 'Overzicht van sleutels en waar ze liggen', '2026-03-20'),
    asked('8.31', 'Instellingen van de drie omgevingen', '2026-03-20'),
  ),
]
