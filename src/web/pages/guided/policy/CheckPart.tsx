import { type ReactNode, useId, useState } from 'react'
import { useAsOf } from '../../../as-of.ts'
import { RecordPicker } from '../../../kit/fields/RecordPicker.tsx'
import { Problem } from '../../../kit/Problem.tsx'
import { RichText } from '../../../kit/RichText.tsx'
import type { Titles } from '../../../replies.ts'
import { useSpeech } from '../../../text.ts'
import { Single } from '../Single.tsx'
import { useRecordSave } from '../saving-record.ts'
import { type Edition, FLAGS, type Flag, type PolicyReply } from './policy.ts'

interface CheckPartProps {
  readonly edition: Edition | null
  readonly reply: PolicyReply
  readonly canEdit: boolean
}

/** Four questions about the text, answered by a person whose name stands with the answer (R-5.2-2). */
export function CheckPart({ edition, reply, canEdit }: CheckPartProps): ReactNode {
  const { words } = useSpeech()
  const id = useId()
  const [reviewer, setReviewer] = useState(reply.me)
  if (edition === null) return <p className="empty">{words('guide.policy.check.none')}</p>
  const isWriter = reviewer !== null && reviewer === edition.author
  return (
    <>
      <p className="text partwhy">{words('guide.policy.check.why')}</p>
      <div className="field">
        <label htmlFor={id}>{words('guide.policy.reviewer')}</label>
        <RecordPicker
          id={id}
          targets={['person']}
          values={reviewer === null ? [] : [reviewer]}
          titles={reply.titles}
          isMany={false}
          onChange={([first]) => setReviewer(first ?? null)}
        />
        <p className="why">{words(`guide.policy.reviewer.${isWriter ? 'same' : 'why'}`)}</p>
      </div>
      <Flags key={edition.id} edition={edition} titles={reply.titles} reviewer={reviewer} canEdit={canEdit} />
      {edition.text === null ? null : <RichText html={edition.text} />}
    </>
  )
}

interface FlagsProps {
  readonly edition: Edition
  readonly titles: Titles
  readonly reviewer: string | null
  readonly canEdit: boolean
}

function Flags({ edition, titles, reviewer, canEdit }: FlagsProps): ReactNode {
  const { words, day } = useSpeech()
  const { today } = useAsOf()
  const save = useRecordSave({ register: 'document_version', ...edition })
  /** As answered here: the next answer goes out with the one before it, also while that is on its way. */
  const [flags, setFlags] = useState(edition.contentFlags)
  const answer = (flag: Flag, is: boolean): void => {
    const next = { ...flags, [flag]: { is, reviewer, reviewedAt: today } }
    setFlags(next)
    save.mutate({ contentFlags: next })
  }
  return (
    <fieldset className="plainset" disabled={!canEdit || reviewer === null}>
      {FLAGS.map((flag) => {
        const { is, reviewer: by, reviewedAt } = flags[flag]
        return (
          <div key={flag}>
            <Single
              text={`guide.policy.flag.${flag}`}
              options={['yes', 'no']}
              labelOf={(one) => words(`guide.policy.flag.${one}`)}
              value={is === null ? null : is ? 'yes' : 'no'}
              onChange={(one) => answer(flag, one === 'yes')}
            />
            {by === null || reviewedAt === null ? null : (
              <p className="small soft">
                {words('guide.policy.flag.by', { name: titles[by]?.title ?? '', day: day(reviewedAt) })}
              </p>
            )}
          </div>
        )
      })}
      <Problem error={save.error} />
    </fieldset>
  )
}
