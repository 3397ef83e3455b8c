/** Workbooks of the shapes that organisations use, with everything in them that makes reading them hard. Contents are made up. */
import { type BuiltCell, type BuiltSheet, buildWorkbook } from '../../../platform/xlsx/test/build.ts'
import { controls } from '../../catalogue/domain/controls.ts'

/** A row in short: `1|Lost laptop||=6|@44927` is a number, a text, nothing, a formula with its saved value, and a date. */
function cells(row: string): readonly BuiltCell[] {
  return row.split('|').map((text) => {
    if (text === '') return null
    if (text.startsWith('=')) return { formula: 'A1*B1', raw: text.slice(1) }
    if (text.startsWith('@')) return { raw: text.slice(1), style: 1 }
    return /^\d+(\.\d+)?$/.test(text) ? { raw: text } : text
  })
}

function rowsFrom(first: number, rows: readonly string[]): Readonly<Record<number, readonly BuiltCell[]>> {
  return Object.fromEntries(rows.map((row, index) => [first + index, cells(row)]))
}

const about: BuiltSheet = {
  name: 'About',
  rows: { ...rowsFrom(3, ['|This template was made by somebody', '', '|You can find more here:']) },
}

/** An inventory with a title above, empty template rows behind, and a legend beneath in the same columns. */
export function assetSheet(): BuiltSheet {
  const empty = Array.from({ length: 10 }, (_, index) => `${5 + index}||||.`)
  return {
    name: 'Assets ',
    rows: {
      ...rowsFrom(1, [
        '|Information Asset Inventory',
        '|For explanation of categories, see below',
        'nr.|Name|Description|Owner|relevant CIA aspects|Is this personal data?|Who should have access|Category',
        '1|Portal|Where customers log in|CTO|CIA|yes|Developers|Data',
        '2|Books|Accounts|CFO|CI|no|Finance only|Third parties',
        '3|Office|Main floor|Ada Lovelace|none|||Environment',
        '4|Phones||Sales|.|maybe|…|Shiny things',
        ...empty,
      ]),
      ...rowsFrom(21, [
        '|Category|Description|||Class values',
        '|People|Information of one person|||CIA',
        '|Data|Not linked to one system|||none',
      ]),
    },
  }
}

/** A risk register with merged group headers, scores as formulas, and its scale beneath the data in the same columns. */
export function riskSheet(): BuiltSheet {
  return {
    name: 'Risks and controls',
    merged: ['G5:I5', 'N5:P5', 'K13:L13', 'K14:L14', 'K15:L15'],
    rows: {
      ...rowsFrom(1, [
        '|Risks and controls 2023',
        '|Version: 0.1',
        '|Date (last update): 31/01/2023',
        '|Classification: internal use',
        '|*CIA =  Confidentiality, Integrity, Availability|||||With current measures/controls|||||||After additional measures/controls',
        'Nr|Event|CIA*|Source of risk|Applicable SoA controls/measures|Additional measures taken|Probability|Impact|Risk score|Treatment decision (Accept, Reduce)|Risk Treatment Plan in 2023|Risk owner name|Date of risk owner approval|Probability|Impact |Risk score',
        '1|Fine for a leak|CIA|Risk session|5.5, 5.31, 8.10|…|Medium|High|=6|Reduce|Train everybody|Ada Lovelace|@44927|Medium|Low|=2',
        '2|Lost laptop|CA|Risk session|5.1100000000000003|…|Medium|High|=6|Reduce|…|Ada  lovelace|01/02/2023|Low|Low|=1',
        '3|Ransomware|IA|Context|n/a|None|Low|High|=3|Accept|n/a|Ada Lovelace|@44934|Low|High|=3',
        '4|Power cut|A|.|8.1|…|Low|Sometimes|=2|Discuss|…|CFO|soon|||',
      ]),
      ...rowsFrom(12, [
        '||||||||Category|Probability / year|Impact||Score',
        '||||||||High|>30%|> € 100.000||3',
        '||||||||Medium|>10%|> € 10.000||2',
        '||||||||Low|<10%|< € 10.000||1',
        '||||||||.||||0',
        '||||||||None|<1%|< € 500||0',
      ]),
    },
  }
}

/** A sheet with all controls and their names that is no statement. */
function mappingSheet(): BuiltSheet {
  const rows = controls().map(({ id, title }) => `${id}|${title.en}|1`)
  return { name: 'Mapping risks to SoA', rows: rowsFrom(4, ['|ISO 27001 control|Time in risks', ...rows]) }
}

const roleSheet: BuiltSheet = {
  name: 'Organisation',
  rows: rowsFrom(6, [
    '|Role|Estimated number of people|Names/examples|Have access to',
    '|Sales||john, …',
    '|CFO||john, …',
  ]),
}

const legendSheet: BuiltSheet = {
  name: 'Legend and explanation',
  rows: rowsFrom(28, ['|||Threshold value acceptance:|||5']),
}

export function risksWorkbook(): Uint8Array {
  return buildWorkbook([about, assetSheet(), riskSheet(), mappingSheet(), roleSheet, legendSheet])
}

/** A statement with its text column, two header lines and remarks beside the title. `fill` gives what stands behind a number. */
export function statementWorkbook(
  fill: (id: string) => readonly BuiltCell[] = () => [],
  number: (id: string) => BuiltCell = (id) => id,
): Uint8Array {
  const lines = controls().map(({ id, title, theme }, index) => {
    const standard = `Made-up words that are as long as those of the standard would be, for control ${id} of the annex.`
    return [8 + index, [number(id), theme, title.en, standard, ...fill(id)]] as const
  })
  const rows = {
    ...rowsFrom(1, [
      'Statement of Applicability ISO 27001:2022|||Template',
      'Organisation:',
      'Version:|@44835|||||||do not print this part ',
      'Approval status: |To be approved in management review',
      '||||||||For internal use',
      'Nr.|Chapter|Topic|Control|Applicable to our organisation|Justification for inclusion|Motivation for non-applicability|Implemented in our organisation|How and where implemented|Control owner',
      '||||(Yes/No)|||(Yes/No)',
    ]),
    ...Object.fromEntries(lines),
  }
  return buildWorkbook([about, { name: 'ISO 27001 SoA', rows, merged: ['I3:J3', 'I5:J5'] }])
}
