import { document } from '../../../documents/registers/document.ts'
import type { Builder } from '../builder.ts'
import { addDocument } from './documents.ts'
import type { People } from './people.ts'
import type { Scheme } from './scheme.ts'

const INSTRUCTIONS = [
  'Een werkplek inrichten',
  'Nieuwe klanten aansluiten',
  'Storingen aannemen en doorzetten',
  'Werken op afstand bij een klant',
  'Wachtwoorden bewaren en delen',
  'Updates uitrollen',
  'Back-ups controleren',
  'Apparatuur afvoeren',
  'Bezoek ontvangen',
  'Gegevens uitwisselen met klanten',
  'Dienst draaien buiten kantoortijd',
  'Meekijken met een gebruiker',
  'Licenties bijhouden',
  'Netwerk bij een klant wijzigen',
  'Een nieuwe leverancier kiezen',
]

/** Document of other pieces, added after this one: the procedure for documents. */
const STILL_TO_COME = 1

/** Work instructions, as many as a larger organisation has beside what every one needs. */
export function addInstructions(build: Builder, people: People, scheme: Scheme): void {
  const missing = scheme.counts.documents - build.all(document).length - STILL_TO_COME
  for (let index = 0; index < missing; index += 1) {
    const title = INSTRUCTIONS[index % INSTRUCTIONS.length] ?? ''
    const round = Math.floor(index / INSTRUCTIONS.length)
    addDocument(build, scheme, {
      title: round === 0 ? title : `${title} (team ${round + 1})`,
      type: 'work_instruction',
      owner: people.officer,
      approver: people.approver,
      key: `document.instruction.${index + 1}`,
    })
  }
}
