import type { changeStatementLines, currentStatement } from '../../../modules/statements/contract.ts'
import type { BodyOf, ReplyOf } from '../../client.ts'

export type StatementReply = ReplyOf<typeof currentStatement>
export type Line = StatementReply['lines'][number]
export type Version = NonNullable<StatementReply['statement']>
/** What a change of a line may say. */
export type LineSet = BodyOf<typeof changeStatementLines>['lines'][number]['set']

export const SHOWN = ['all', 'undecided', 'excluded', 'unproven', 'changed', 'difference'] as const
export type Shown = (typeof SHOWN)[number]

export function linesShown(lines: readonly Line[], shown: Shown): readonly Line[] {
  switch (shown) {
    case 'undecided':
      return lines.filter((line) => line.included === null)
    case 'excluded':
      return lines.filter((line) => line.included === false)
    case 'unproven':
      return lines.filter((line) => line.included === true && line.evidence === null)
    case 'changed':
      return lines.filter((line) => line.changed !== null)
    default:
      return lines
  }
}

/** Lines by theme, in the order of Annex A, own controls last. */
export function byTheme(lines: readonly Line[]): readonly (readonly [Line['theme'], readonly Line[]])[] {
  const themes = new Map<Line['theme'], Line[]>()
  for (const line of lines) themes.set(line.theme, [...(themes.get(line.theme) ?? []), line])
  return [...themes]
}
