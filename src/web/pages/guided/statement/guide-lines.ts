import type { readStatementGuide } from '../../../../modules/guides/contract/statement.ts'
import type { ReplyOf } from '../../../client.ts'
import type { Titles } from '../../../replies.ts'
import type { Line, StatementReply } from '../../statement/lines.ts'

export type StatementGuideReply = ReplyOf<typeof readStatementGuide>
export type Follows = StatementGuideReply['lines'][number]

/** A line of the statement with what follows for it. */
export interface GuideLine extends Line {
  readonly follows: Follows
}

export const PARTS = ['follow', 'choose', 'out', 'state', 'approve'] as const
export type Part = (typeof PARTS)[number]

export function guideLines(statement: StatementReply, guide: StatementGuideReply): readonly GuideLine[] {
  const byLine = new Map(guide.lines.map((one) => [one.line, one]))
  return statement.lines.flatMap((line) => {
    const follows = byLine.get(line.id)
    return follows === undefined ? [] : [{ ...line, follows }]
  })
}

/** Whether a risk that is treated, a law, a contract or an expectation asks for the control. */
export function isNecessary({ follows }: GuideLine): boolean {
  return follows.risks.length + follows.requirements.length > 0
}

export function linesIn(part: Part, lines: readonly GuideLine[]): readonly GuideLine[] {
  switch (part) {
    case 'follow':
      return lines.filter((line) => isNecessary(line) && (line.included !== true || line.follows.isBehind))
    case 'choose':
      return lines.filter((line) => !isNecessary(line) && isUnreasoned(line))
    case 'out':
      return lines.filter((line) => line.included === false)
    case 'state':
      return lines.filter((line) => line.included === true)
    case 'approve':
      return []
  }
}

/** Undecided, or in without a word why. */
function isUnreasoned({ included, inclusionReasons }: GuideLine): boolean {
  return included === null || (included && inclusionReasons.every(({ type }) => type === null))
}

/** An exclusion that a fact contradicts, or that a person has to look at once more (readiness 1.10, 19). */
export function isDoubtful({ follows, exclusionConfirmedAt, exclusionWrong }: GuideLine): boolean {
  if (follows.facts.length > 0) return true
  return follows.isAlways && (exclusionConfirmedAt === null || exclusionWrong === true)
}

/** In, and without the word how far it is, without an owner, or with work that nobody planned. */
export function isUnsettled({ implementationStatus, owner, ownerRole, follows }: GuideLine): boolean {
  if (implementationStatus === null || (owner === null && ownerRole === null)) return true
  return implementationStatus !== 'implemented' && !follows.isPlanned
}

/** How much is left to do in a part. */
export function leftIn(part: Part, lines: readonly GuideLine[]): number | null {
  switch (part) {
    case 'out':
      return linesIn('out', lines).filter(isDoubtful).length
    case 'state':
      return linesIn('state', lines).filter(isUnsettled).length
    case 'approve':
      return null
    default:
      return linesIn(part, lines).length
  }
}

/** What the parts of this form are given. */
export interface PartProps {
  readonly lines: readonly GuideLine[]
  readonly titles: Titles
  readonly titleOf: (line: Line) => string
  readonly canEdit: boolean
}
