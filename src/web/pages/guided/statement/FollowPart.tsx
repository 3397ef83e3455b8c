import { type ReactNode, useState } from 'react'
import { Mark } from '../../../kit/Mark.tsx'
import { Problem } from '../../../kit/Problem.tsx'
import { useText } from '../../../text.ts'
import type { GuideLine, PartProps } from './guide-lines.ts'
import { Sources } from './Sources.tsx'
import { useLinesSave } from './saving-lines.ts'

/** Controls that risks and requirements ask for: taken over with those as their reasons, all at once. */
export function FollowPart({ lines, titles, titleOf, canEdit }: PartProps): ReactNode {
  const words = useText()
  const save = useLinesSave()
  /** Lines whose box was changed by hand. An exclusion is not overturned unless somebody says so. */
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({})
  if (lines.length === 0) return <p className="empty">{words('guide.statement.follow.none')}</p>
  const isTaken = (line: GuideLine): boolean => chosen[line.id] ?? line.included !== false
  const taken = lines.filter(isTaken)
  const take = (): void =>
    save.mutate(
      taken.map((line) => ({
        line,
        set: { included: true, inclusionReasons: line.follows.reasons, exclusionJustification: null },
      })),
    )
  return (
    <>
      <p className="text partwhy">{words('guide.statement.follow.why')}</p>
      <ul className="lines taking">
        {lines.map((line) => (
          <li key={line.id}>
            <label className="agree">
              <input
                type="checkbox"
                checked={isTaken(line)}
                disabled={!canEdit}
                onChange={(event) => setChosen({ ...chosen, [line.id]: event.target.checked })}
              />
              <span>
                <b>{line.ref}</b> {titleOf(line)}
              </span>
            </label>
            <Sources follows={line.follows} titles={titles} />
            {line.included === false ? (
              <p className="small">
                <Mark severity="minor" isNamed={false} />{' '}
                {words('guide.statement.follow.excluded', { reason: line.exclusionJustification ?? '' })}
              </p>
            ) : null}
            {line.included === true ? <p className="small soft">{words('guide.statement.follow.behind')}</p> : null}
          </li>
        ))}
      </ul>
      {canEdit ? (
        <div className="savebar">
          <button type="button" className="btn" disabled={taken.length === 0 || save.isPending} onClick={take}>
            {words('guide.statement.follow.take', { n: taken.length })}
          </button>
        </div>
      ) : null}
      <Problem error={save.error} />
    </>
  )
}
