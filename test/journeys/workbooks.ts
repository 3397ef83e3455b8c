/** Workbooks as a small organisation keeps them: 17 assets and 34 risks in one, a statement without a decision in the other. */

import { statementWorkbook } from '../../src/modules/imports/test/workbooks.ts'
import { type BuiltCell, buildWorkbook } from '../../src/platform/xlsx/test/build.ts'

export interface Workbook {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const ASSETS = [
  'Customer portal',
  'Accounts',
  'Office',
  'Laptops',
  'Phones',
  'Source code',
  'Personnel files',
  'Contracts',
  'Mail',
  'Backups',
  'Wiki',
  'Ticket system',
  'Wireless network',
  'Knowledge of the founders',
  'Payroll',
  'Test data',
  'Domain names',
]
const DANGERS = ['stolen', 'lost', 'leaked', 'altered', 'out of reach', 'used by the wrong people']
const RISK_COLUMNS =
  'Nr|Event|CIA*|Source of risk|Applicable SoA controls/measures|Additional measures taken|Probability|Impact|Risk score|' +
  'Treatment decision (Accept, Reduce)|Risk Treatment Plan in 2023|Risk owner name|Date of risk owner approval|' +
  'Probability|Impact |Risk score'
const RISKS = 34
const FIRST_RISK_ROW = 7

type Rows = Record<number, readonly BuiltCell[]>

function assetRows(): Rows {
  const rows: Rows = {
    1: [null, 'Information Asset Inventory'],
    2: [null, 'For explanation of categories, see below'],
    3: [
      'nr.',
      'Name',
      'Description',
      'Owner',
      'relevant CIA aspects',
      'Is this personal data?',
      'Who should have access',
    ],
  }
  ASSETS.forEach((name, index) => {
    rows[4 + index] = [
      { raw: `${index + 1}` },
      name,
      'What we work with',
      index % 2 === 0 ? 'CTO' : 'CFO',
      'CIA',
      'yes',
    ]
  })
  // The template has numbered rows to spare, and a legend beneath in the same columns.
  for (let spare = ASSETS.length + 1; spare <= 40; spare += 1)
    rows[3 + spare] = [{ raw: `${spare}` }, null, null, null, '.']
  return { ...rows, 50: [null, 'Category', 'Description'], 51: [null, 'People', 'Information of one person'] }
}

function riskRows(): Rows {
  const rows: Rows = {
    1: [null, 'Risks and controls'],
    2: [null, 'Version: 0.1'],
    3: [null, 'Date (last update): 31/01/2023'],
    5: [
      null,
      null,
      null,
      null,
      null,
      null,
      'With current measures/controls',
      ...nothing(6),
      'After additional measures/controls',
    ],
    6: RISK_COLUMNS.split('|'),
  }
  for (let index = 0; index < RISKS; index += 1) {
    const event = `${ASSETS[index % ASSETS.length] ?? ''} ${DANGERS[index % DANGERS.length] ?? ''}`
    const before: readonly BuiltCell[] = ['Medium', 'High', { formula: 'A1*B1', raw: '6' }]
    const after: readonly BuiltCell[] = ['Low', 'High', { formula: 'A1*B1', raw: '3' }]
    const decision = index % 3 === 0 ? 'Accept' : 'Reduce'
    const head: readonly BuiltCell[] = [{ raw: `${index + 1}` }, event, 'CIA', 'Risk session', '5.5, 5.31, 8.10', '…']
    const owned: readonly BuiltCell[] = [decision, '…', 'Ada Lovelace', { raw: '44927', style: 1 }]
    rows[FIRST_RISK_ROW + index] = [...head, ...before, ...owned, ...after]
  }
  const scale = ['High|>30%|> € 100.000|3', 'Medium|>10%|> € 10.000|2', 'Low|<10%|< € 10.000|1', 'None|<1%|< € 500|0']
  const legend = ['Category|Probability / year|Impact|Score', ...scale]
  legend.forEach((line, index) => {
    const [name = '', probability = '', impact = '', score = ''] = line.split('|')
    const last = index === 0 ? score : { raw: score }
    rows[FIRST_RISK_ROW + RISKS + 5 + index] = [...nothing(8), name, probability, impact, null, last]
  })
  return rows
}

function nothing(cells: number): readonly null[] {
  return Array.from({ length: cells }, () => null)
}

export function risksBook(): Workbook {
  const last = FIRST_RISK_ROW + RISKS + 5
  const merged = ['G5:I5', 'N5:P5', ...[0, 1, 2, 3, 4].map((row) => `K${last + row}:L${last + row}`)]
  const bytes = buildWorkbook([
    { name: 'Assets ', rows: assetRows() },
    { name: 'Risks and controls', rows: riskRows(), merged },
  ])
  return { name: 'Risks and assets.xlsx', mimeType: XLSX, buffer: Buffer.from(bytes) }
}

export function statementBook(): Workbook {
  return { name: 'Statement of applicability.xlsx', mimeType: XLSX, buffer: Buffer.from(statementWorkbook()) }
}
