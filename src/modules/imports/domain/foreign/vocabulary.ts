/** What people write in cells for the choices of the registers, in both languages. Data, as in `synonyms.ts`. */
import { isNothing, normalised } from '../words.ts'

export const CATEGORIES = {
  people: ['people', 'mensen', 'personeel', 'person'],
  equipment: ['equipment', 'apparatuur', 'hardware', 'devices', 'apparaten'],
  software: ['software', 'programmatuur', 'application', 'applicatie'],
  data: ['data', 'gegevens', 'information', 'informatie'],
  organisation: ['organisation', 'organization', 'organisatie'],
  environment: ['environment', 'omgeving', 'building', 'gebouw', 'location', 'locatie', 'site'],
  services: [
    'services',
    'service',
    'diensten',
    'dienst',
    'third parties',
    'third party',
    'derden',
    'leveranciers',
    'suppliers',
  ],
} as const

export const CLASSES = {
  public: ['public', 'openbaar', 'publiek'],
  internal: ['internal', 'intern', 'internal use', 'intern gebruik'],
  confidential: ['confidential', 'vertrouwelijk'],
  secret: ['secret', 'geheim', 'strictly confidential', 'strikt vertrouwelijk', 'zeer vertrouwelijk'],
} as const

export const OPTIONS = {
  retain: ['accept', 'accepted', 'retain', 'tolerate', 'accepteren', 'geaccepteerd', 'behouden', 'dragen'],
  modify: [
    'reduce',
    'mitigate',
    'modify',
    'treat',
    'reduceren',
    'verminderen',
    'mitigeren',
    'behandelen',
    'beperken',
    'verlagen',
    'beheersen',
  ],
  avoid: ['avoid', 'terminate', 'vermijden', 'stoppen', 'beeindigen'],
  share: ['share', 'transfer', 'insure', 'delen', 'overdragen', 'verzekeren'],
} as const

export const REASONS = {
  law: [
    'regulatory compliance',
    'law',
    'legal',
    'legal requirement',
    'wet',
    'wetgeving',
    'wettelijk',
    'wettelijke eis',
    'lr',
    'regulatory',
  ],
  contract: ['contractual compliance', 'contract', 'contractual', 'contractueel', 'contractuele eis', 'co'],
  business: ['best practice', 'business', 'business requirement', 'bedrijfseis', 'br', 'bp', 'goede praktijk'],
  risk: ['risk analysis', 'risk assessment', 'risk', 'risicoanalyse', 'risico', 'risicobeoordeling', 'rra'],
} as const

export const IMPLEMENTED = {
  implemented: ['yes', 'ja', 'implemented', 'geimplementeerd', 'done', 'gereed', 'volledig', 'fully', 'x'],
  partly: ['partly', 'partially', 'deels', 'gedeeltelijk', 'in progress', 'bezig', 'onderhanden', 'in implementatie'],
  not: ['no', 'nee', 'not', 'not implemented', 'niet', 'niet geimplementeerd', 'planned', 'gepland'],
} as const

export type Property = 'availability' | 'integrity' | 'confidentiality'

const PROPERTY_WORDS: readonly (readonly [Property, readonly string[]])[] = [
  ['confidentiality', ['confidentiality', 'vertrouwelijkheid', 'confidential']],
  ['integrity', ['integrity', 'integriteit']],
  ['availability', ['availability', 'beschikbaarheid', 'available']],
]
const ENGLISH: Readonly<Record<string, Property>> = { c: 'confidentiality', i: 'integrity', a: 'availability' }
const DUTCH: Readonly<Record<string, Property>> = { b: 'availability', i: 'integrity', v: 'confidentiality' }

/** `CIA`, `C, I`, `BIV`, or the words themselves. An empty list where there are none; null where it says something else. */
export function propertiesIn(text: string): readonly Property[] | null {
  if (isNothing(text)) return []
  const said = normalised(text)
  const worded = PROPERTY_WORDS.filter(([, words]) => words.some((word) => said.includes(word))).map(([name]) => name)
  if (worded.length > 0) return worded
  const letters = said.replaceAll(/\b(en|and)\b|[^a-z]/g, '').split('')
  for (const alphabet of [ENGLISH, DUTCH]) {
    const found = letters.map((letter) => alphabet[letter])
    if (letters.length > 0 && letters.length <= 3 && found.every((one) => one !== undefined))
      return [...new Set(found)].filter((one) => one !== undefined)
  }
  return null
}
