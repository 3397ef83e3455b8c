const FIRST_TWELVE = [
  'Anna Smit',
  'Bas de Wit',
  'Carla Mol',
  'Dirk Bos',
  'Els Vos',
  'Frank Ruys',
  'Guus Prins',
  'Hanna Kok',
  'Ivo Blom',
  'Jet Kuiper',
  'Karel Stam',
  'Lot Visser',
]

const GIVEN = [
  'Aisha',
  'Bram',
  'Chantal',
  'Daan',
  'Emine',
  'Fleur',
  'Gijs',
  'Hakim',
  'Iris',
  'Jeroen',
  'Kim',
  'Lars',
  'Maaike',
  'Noor',
  'Olaf',
  'Priya',
  'Quinten',
  'Roos',
  'Sven',
  'Tess',
  'Umut',
  'Vera',
  'Wouter',
  'Xandra',
  'Yara',
  'Ziggy',
  'Marloes',
  'Niels',
  'Fatima',
  'Ruben',
  'Saskia',
]
const FAMILY = [
  'Aalbers',
  'Bakker',
  'van den Berg',
  'Cohen',
  'Dekker',
  'Evers',
  'Faber',
  'Groen',
  'Haan',
  'Idema',
  'Jansen',
  'Kaya',
  'de Lange',
  'Mulder',
  'Nijhof',
  'Oosterhuis',
  'Peters',
  'Ramdin',
  'Schouten',
  'Tuin',
  'Uyt',
  'Veenstra',
  'Wiersma',
  'Yildiz',
  'Zijlstra',
  'Brouwer',
  'van Dijk',
  'El Amrani',
  'Hendriks',
  'Kramer',
  'Lammers',
  'Meijer',
  'Postma',
  'Rietveld',
  'Sital',
  'Terpstra',
  'Vink',
]

/** An invented name; from the thirteenth person on they come out of two lists, and in a large organisation some recur. */
export function personName(index: number): string {
  const own = FIRST_TWELVE[index]
  return own ?? `${GIVEN[index % GIVEN.length]} ${FAMILY[(index * 7) % FAMILY.length]}`
}

const UNITS = [
  'Ontwikkeling',
  'Beheer',
  'Klantenservice',
  'Verkoop',
  'Financiën',
  'Personeelszaken',
  'Inkoop',
  'Logistiek',
]

/** What people call an organisation among themselves. */
export function firstWord(title: string): string {
  return title.split(' ')[0] ?? title
}

/** The first unit is the organisation itself; the others are its departments and their teams. */
export function unitName(index: number, organisation: string): string {
  if (index === 0) return firstWord(organisation)
  const department = UNITS[(index - 1) % UNITS.length] ?? ''
  const team = Math.floor((index - 1) / UNITS.length)
  return team === 0 ? department : `${department}, team ${team + 1}`
}

const SUPPLIERS = [
  ['Wolkenhuis', 'cloud'],
  ['Lijnwerk Telecom', 'telecom'],
  ['Kantoor en Zo', 'facilities'],
  ['Salarisbureau De Waal', 'data_processing'],
  ['Vlechtwerk Advies', 'professional_services'],
  ['Steenuil Detachering', 'personnel'],
  ['Laptopgilde', 'equipment'],
  ['Beukers Beheer', 'it_management'],
] as const

export function supplierName(index: number): { readonly title: string; readonly kind: (typeof SUPPLIERS)[number][1] } {
  const [title, kind] = SUPPLIERS[index % SUPPLIERS.length] ?? SUPPLIERS[0]
  const round = Math.floor(index / SUPPLIERS.length)
  return { title: round === 0 ? title : `${title} ${round + 1}`, kind }
}

const SYSTEMS = [
  'Productieplatform',
  'Klantenregister',
  'Boekhouding',
  'Urenregistratie',
  'Personeelsdossier',
  'Ticketsysteem',
  'Documentbeheer',
  'Broncodebeheer',
]

export function systemName(index: number): string {
  const round = Math.floor(index / SYSTEMS.length)
  const title = SYSTEMS[index % SYSTEMS.length] ?? ''
  return round === 0 ? title : `${title} ${round + 1}`
}

const RISKS = [
  'Gegevens van klanten op straat door gestolen wachtwoorden',
  'Gijzelsoftware legt het werk stil',
  'Medewerker trapt in een valse mail',
  'Storing bij de leverancier van de cloud',
  'Fout in een wijziging maakt gegevens stuk',
  'Back-up blijkt niet terug te zetten',
  'Vertrokken medewerker houdt toegang',
  'Verlies of diefstal van een laptop',
  'Beheerder misbruikt zijn rechten',
  'Bekend lek wordt niet op tijd gedicht',
  'Testomgeving met echte gegevens is te benaderen',
  'Sleutelpersoon valt weg',
  'Verkeerde ontvanger krijgt een bestand',
  'Leverancier lekt gegevens',
  'Certificaat verloopt en de dienst is onbereikbaar',
  'Logboeken ontbreken bij een onderzoek',
  'Onbevoegde loopt het kantoor binnen',
  'Wet of contract wordt over het hoofd gezien',
]

/** From the second round on a risk is said of one thing more. */
export function riskName(index: number): string {
  const round = Math.floor(index / RISKS.length)
  const title = RISKS[index % RISKS.length] ?? ''
  return round === 0 ? title : `${title} (onderdeel ${round + 1})`
}

export const PROCESS_NAMES = {
  risk_assessment: 'Risico’s beoordelen',
  risk_treatment: 'Risico’s behandelen',
  document_control: 'Documenten beheren',
  competence_awareness: 'Kennis en bewustzijn',
  communication: 'Communiceren',
  operation_change: 'Uitvoeren en wijzigen',
  supplier_control: 'Leveranciers sturen',
  incidents: 'Incidenten afhandelen',
  monitoring: 'Meten en beoordelen',
  internal_audit: 'Intern auditeren',
  management_review: 'Directiebeoordeling',
  nonconformity: 'Afwijkingen verhelpen',
} as const
