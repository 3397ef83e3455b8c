/** Words that say what stands around a table. Data, as in `profiles/`. */

/** Words above a group of columns, or in a header, that say whether it is about the risk before or after measures. */
export const BEFORE_WORDS = [
  'before',
  'current',
  'inherent',
  'gross',
  'initial',
  'huidig',
  'huidige',
  'voor',
  'bruto',
  'initieel',
  'inherente',
]
export const AFTER_WORDS = [
  'after',
  'residual',
  'net',
  'target',
  'rest',
  'na',
  'netto',
  'resterend',
  'resterende',
  'restrisico',
  'additional',
  'aanvullende',
]

/** Labels of what stands above a table: `Version: 0.1`. */
export const META_WORDS: Readonly<
  Record<'version' | 'date' | 'status' | 'organisation' | 'approvedBy' | 'approvedOn', readonly string[]>
> = {
  version: ['version', 'versie', 'version number', 'versienummer'],
  date: [
    'date',
    'datum',
    'date last update',
    'last update',
    'last updated',
    'laatst bijgewerkt',
    'datum laatste wijziging',
  ],
  status: ['approval status', 'status', 'status goedkeuring', 'goedkeuringsstatus'],
  organisation: ['organisation', 'organization', 'organisatie', 'company', 'bedrijf'],
  approvedBy: ['approved by', 'goedgekeurd door', 'akkoord door'],
  approvedOn: ['approved on', 'date of approval', 'goedgekeurd op', 'datum goedkeuring'],
}

/** Headers above a list of roles, which tells names of roles from names of people. */
export const ROLE_HEADERS = ['role', 'roles', 'rol', 'rollen', 'functie', 'function', 'job title']

/** Words that are in the name of a role or a department, and seldom in that of a person. */
export const ROLE_WORDS: ReadonlySet<string> = new Set(
  'ceo cfo cto cio coo ciso cpo dpo fg po iso it ict hr hrm qa dev devops management manager managers director directors directie directeur hoofd head lead leader team teams afdeling department board bestuur officer coordinator beheer beheerder beheerders administrator administrators admin admins sysadmin sysadmins developer developers ontwikkelaar ontwikkelaars sales marketing finance financien financiele operations operatie support helpdesk servicedesk legal juridisch juridische inkoop purchasing facilitair facility facilities security privacy medewerker medewerkers employee employees staff personeel owner eigenaar secretariaat office kantoor engineer engineers architect consultant leverancier supplier mt'.split(
    ' ',
  ),
)

/** Scales that people use without saying what they are worth, from low to high. */
export const COMMON_SCALES: readonly (readonly (readonly string[])[])[] = [
  [
    ['low', 'laag', 'klein', 'small', 'l'],
    ['medium', 'middel', 'midden', 'gemiddeld', 'moderate', 'm'],
    ['high', 'hoog', 'groot', 'large', 'h'],
  ],
  [
    ['very low', 'zeer laag', 'rare', 'zeldzaam', 'verwaarloosbaar', 'negligible'],
    ['low', 'laag', 'unlikely', 'onwaarschijnlijk', 'minor', 'klein'],
    ['medium', 'middel', 'midden', 'gemiddeld', 'possible', 'mogelijk', 'moderate', 'matig'],
    ['high', 'hoog', 'likely', 'waarschijnlijk', 'major', 'groot'],
    ['very high', 'zeer hoog', 'almost certain', 'vrijwel zeker', 'critical', 'kritiek', 'zeer groot', 'severe'],
  ],
]
