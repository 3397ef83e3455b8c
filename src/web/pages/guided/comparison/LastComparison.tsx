import type { ReactNode } from 'react'
import { Mark } from '../../../kit/Mark.tsx'
import { useNames } from '../../../names.ts'
import { useSpeech } from '../../../text.ts'
import type { ComparisonReply } from './comparison.ts'

/** The comparison that was made last, and whether it still holds. */
export function LastComparison({ last }: { readonly last: NonNullable<ComparisonReply['last']> }): ReactNode {
  const { words, day } = useSpeech()
  const names = useNames([last.by])
  const { number, comparedAt, by, missed, isWhole, changed } = last
  const isBehind = !isWhole || changed.length > 0
  return (
    <div className="note plain">
      <p>
        <Mark severity={isBehind ? 'minor' : 'ok'} isNamed={false} />{' '}
        {words('guide.comparison.last', {
          number,
          day: comparedAt === null ? '' : day(comparedAt),
          name: names[by ?? '']?.title ?? words('guide.comparison.somebody'),
          missed: missed.length,
        })}
      </p>
      {isWhole ? null : <p>{words('guide.comparison.last.partly')}</p>}
      {changed.length === 0 ? null : <p>{words('guide.comparison.last.changed', { n: changed.length })}</p>}
    </div>
  )
}
