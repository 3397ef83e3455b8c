import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useApi } from '../../../api.ts'
import { Go } from '../../../Go.tsx'
import { RecordPicker } from '../../../kit/fields/RecordPicker.tsx'
import { Mark } from '../../../kit/Mark.tsx'
import { Problem } from '../../../kit/Problem.tsx'
import { useSpeech } from '../../../text.ts'
import type { PartProps } from './plan.ts'

/** A version on it: from then on the owners are asked for their word on that version. */
export function PublishPart(props: PartProps): ReactNode {
  const { reply, canEdit } = props
  const { words } = useSpeech()
  const { published, changed, lines, can } = reply
  const left = lines.filter(({ isDecided, gaps }) => !isDecided || gaps.length > 0).length
  const isReady = lines.length > 0 && left === 0
  const isDue = published === null || changed.length > 0
  return (
    <>
      <p className="text partwhy">{words('guide.plan.publish.why')}</p>
      {published === null ? null : <Published published={published} n={changed.length} />}
      {lines.length === 0 ? <p className="empty">{words('guide.plan.publish.none')}</p> : null}
      {left === 0 ? null : (
        <p className="small">
          <Mark severity="question" isNamed={false} /> {words('guide.plan.publish.left', { n: left })}{' '}
          <Go to="guide-plan" search={{ part: 'gaps' }} isCurrent={false}>
            {words('guide.plan.publish.toGaps')}
          </Go>
        </p>
      )}
      {canEdit && can.publish && isDue ? <PublishForm key={reply.nextLabel} {...props} isReady={isReady} /> : null}
      {canEdit && !can.publish ? <p className="small soft">{words('guide.plan.cannot')}</p> : null}
    </>
  )
}

interface PublishedProps {
  readonly published: NonNullable<PartProps['reply']['published']>
  /** How many lines changed since. */
  readonly n: number
}

/** The version that holds, and whether the plan is still what it says. */
function Published({ published: { versionLabel, publishedAt }, n }: PublishedProps): ReactNode {
  const { words, day } = useSpeech()
  return (
    <p className="note plain">
      <Mark severity={n === 0 ? 'ok' : 'minor'} isNamed={false} />{' '}
      {words('guide.plan.published', {
        version: versionLabel ?? '',
        day: publishedAt === null ? '' : day(publishedAt),
      })}{' '}
      {words('guide.plan.published.changed', { n })}{' '}
      <Go to="guide-consent" isCurrent={false}>
        {words('guide.plan.toConsent')}
      </Go>
    </p>
  )
}

interface PublishFormProps extends PartProps {
  readonly isReady: boolean
}

function PublishForm({ reply, people, isReady }: PublishFormProps): ReactNode {
  const { words } = useSpeech()
  const api = useApi()
  const { draft, published, nextLabel } = reply
  const [version, setVersion] = useState(nextLabel)
  const [owner, setOwner] = useState(draft?.owner ?? published?.owner ?? null)
  const id = useId()
  const publish = useMutation({
    mutationFn: () =>
      api.send('POST', 'guides/plan/published', {
        body: {
          draft: draft === null ? null : { id: draft.id, version: draft.version },
          versionLabel: version.trim(),
          owner,
        },
      }),
    onSettled: () => api.refresh(),
  })
  return (
    <form
      className="inplace"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) publish.mutate()
      }}
    >
      <div className="field">
        <label htmlFor={`${id}version`}>{words('guide.plan.version')}</label>
        <input
          id={`${id}version`}
          className="in short"
          value={version}
          maxLength={20}
          aria-describedby={`${id}why`}
          onChange={(event) => setVersion(event.target.value)}
        />
        <p className="why" id={`${id}why`}>
          {words('guide.plan.version.why')}
        </p>
      </div>
      <div className="field">
        <label htmlFor={`${id}owner`}>{words('guide.plan.owner')}</label>
        <RecordPicker
          id={`${id}owner`}
          targets={['person']}
          values={owner === null ? [] : [owner]}
          titles={people}
          isMany={false}
          onChange={([first]) => setOwner(first ?? null)}
        />
        <p className="why">{words('guide.plan.owner.why')}</p>
      </div>
      <Problem error={publish.error} />
      <p className="btns">
        <button type="submit" className="btn" disabled={!isReady || version.trim() === '' || publish.isPending}>
          {words('guide.plan.publish', { version: version.trim() })}
        </button>
      </p>
    </form>
  )
}
