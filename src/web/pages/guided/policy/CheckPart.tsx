import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useApi } from '../../../api.ts'
import { useAsOf } from '../../../as-of.ts'
import { RecordPicker } from '../../../kit/fields/RecordPicker.tsx'
import { Problem } from '../../../kit/Problem.tsx'
import { RichText } from '../../../kit/RichText.tsx'
import { useSpeech } from '../../../text.ts'
import { Single } from '../Single.tsx'
import { type Edition, FLAGS, type Flag, type PolicyReply } from './policy.ts'

interface CheckPartProps {
  readonly edition: Edition | null
  readonly reply: PolicyReply
  readonly canEdit: boolean
}

/** Four questions about the text, answered by a person whose name stands with the answer (R-5.2-2). */
export function CheckPart({ edition, reply, canEdit }: CheckPartProps): ReactNode {
  const { words, day } = useSpeech()
  const api = useApi()
  const { today } = useAsOf()
  const id = useId()
  const [reviewer, setReviewer] = useState(reply.me)
  const save = useMutation({
    mutationFn: ({ of, flag, is }: { readonly of: Edition; readonly flag: Flag; readonly is: boolean }) =>
      api.send('PATCH', `registers/document_version/${of.id}`, {
        body: {
          version: of.version,
          set: { contentFlags: { ...of.contentFlags, [flag]: { is, reviewer, reviewedAt: today } } },
        },
      }),
    onSettled: () => api.refresh(),
  })
  if (edition === null) return <p className="empty">{words('guide.policy.check.none')}</p>
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
        <p className="why">
          {words(
            reviewer !== null && reviewer === edition.author
              ? 'guide.policy.reviewer.same'
              : 'guide.policy.reviewer.why',
          )}
        </p>
      </div>
      <fieldset className="plainset" disabled={!canEdit || reviewer === null || save.isPending}>
        {FLAGS.map((flag) => {
          const { is, reviewer: by, reviewedAt } = edition.contentFlags[flag]
          return (
            <div key={flag}>
              <Single
                text={`guide.policy.flag.${flag}`}
                options={['yes', 'no']}
                labelOf={(one) => words(`guide.policy.flag.${one}`)}
                value={is === null ? null : is ? 'yes' : 'no'}
                onChange={(one) => save.mutate({ of: edition, flag, is: one === 'yes' })}
              />
              {by === null || reviewedAt === null ? null : (
                <p className="small soft">
                  {words('guide.policy.flag.by', { name: reply.titles[by]?.title ?? '', day: day(reviewedAt) })}
                </p>
              )}
            </div>
          )
        })}
      </fieldset>
      <Problem error={save.error} />
      {edition.text === null ? null : <RichText html={edition.text} />}
    </>
  )
}
