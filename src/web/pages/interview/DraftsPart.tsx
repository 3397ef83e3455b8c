import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { fallingWith } from '../../../modules/interviews/domain/choice.ts'
import { useApi } from '../../api.ts'
import { Go } from '../../Go.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { useSpeech } from '../../text.ts'
import { type Boxes, useChosen } from './choosing.ts'
import { DraftsTable } from './DraftsTable.tsx'
import { GonePart } from './GonePart.tsx'
import type { DraftsChoice, InterviewReply, MadeReply } from './interview.ts'
import { LeftOutPart } from './LeftOutPart.tsx'

interface DraftsPartProps {
  readonly reply: InterviewReply
  readonly isReadOnly: boolean
  /** An answer is still on its way: what follows is not known yet. */
  readonly isSaving: boolean
}

/** What follows from the answers, the button that makes what is wanted of it, and where to go on. */
export function DraftsPart({ reply, isReadOnly, isSaving }: DraftsPartProps): ReactNode {
  const { words, language } = useSpeech()
  const api = useApi()
  const unwanted = useChosen()
  const make = useMutation({
    mutationFn: (choice: DraftsChoice) =>
      api.send<MadeReply>('POST', 'interview/drafts', { body: { language, ...choice } }),
    onSuccess: () => {
      unwanted.clear()
      return api.refresh()
    },
  })
  const { drafts, completes, answered, gone, leftOut } = reply
  const isNothing = drafts.length === 0 && completes.length === 0
  const isDone = answered > 0 && isNothing
  const canMake = !isReadOnly && answered > 0 && !isNothing
  // An answer taken back since takes its draft away: it is not named then.
  const out = drafts.filter(({ key }) => unwanted.keys.has(key)).map(({ key }) => key)
  const fallen = fallingWith(drafts, unwanted.keys)
  const boxes: Boxes = {
    isOn: (key) => !fallen.has(key),
    isShut: (key) => fallen.has(key) && !unwanted.keys.has(key),
    set: (keys, isOn) => unwanted.set(keys, !isOn),
  }
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts" className="under">
        {words('interviewPage.end')}
      </h2>
      <DraftsSum reply={reply} made={make.data} out={fallen.size} />
      <Problem error={make.error} />
      {canMake ? (
        <MakeButton
          isPending={make.isPending}
          isSaving={isSaving}
          hasChoice={drafts.length > 0}
          onMake={() => make.mutate({ leaveOut: out })}
        />
      ) : null}
      {isDone ? <NextPlaces /> : null}
      <DraftsTable
        drafts={drafts}
        label={words('interviewPage.will', { n: drafts.length })}
        boxes={canMake ? boxes : null}
      />
      <LeftOutPart
        leftOut={leftOut}
        isReadOnly={isReadOnly}
        isBusy={make.isPending || isSaving}
        onTake={(keys) => make.mutate({ takeAfterAll: keys, leaveOut: out })}
      />
      <GonePart gone={gone} />
    </section>
  )
}

interface DraftsSumProps {
  readonly reply: InterviewReply
  readonly made: MadeReply | undefined
  /** How many are unticked or fall with those. */
  readonly out: number
}

/** What was made just now, what would be made, and what stays as it is. */
function DraftsSum({ reply, made, out }: DraftsSumProps): ReactNode {
  const { words } = useSpeech()
  const { drafts, standing, completes, answered } = reply
  return (
    <>
      <p className="small quiet after">{words(answered === 0 ? 'interviewPage.nothing' : 'interviewPage.more')}</p>
      <p role="status">
        {made === undefined ? null : <strong>{words('interviewPage.made', { n: sum(made.made) })} </strong>}
        {answered === 0 ? null : words('interviewPage.will', { n: drafts.length - out })}{' '}
        {words('interviewPage.out', { n: out })} {words('interviewPage.completes', { n: sum(completes) })}{' '}
        {words('interviewPage.standing', { n: sum(standing) })}
      </p>
    </>
  )
}

interface MakeButtonProps {
  readonly isPending: boolean
  readonly isSaving: boolean
  readonly hasChoice: boolean
  readonly onMake: () => void
}

function MakeButton({ isPending, isSaving, hasChoice, onMake }: MakeButtonProps): ReactNode {
  const { words } = useSpeech()
  return (
    <>
      <p className="btns wrap">
        <button type="button" className="btn" disabled={isPending || isSaving} onClick={onMake}>
          {words(isPending ? 'interviewPage.making' : 'interviewPage.make')}
        </button>
      </p>
      {hasChoice ? <p className="small quiet">{words('interviewPage.choose')}</p> : null}
    </>
  )
}

function NextPlaces(): ReactNode {
  const { words } = useSpeech()
  return (
    <p className="btns wrap">
      <Go to="path" className="btn">
        {words('interviewPage.toPath')}
      </Go>
      <Go to="registers/risk" className="ghost">
        {words('interviewPage.toRisks')}
      </Go>
      <Go to="statement" className="ghost">
        {words('interviewPage.toStatement')}
      </Go>
    </p>
  )
}

function sum(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((all, { count }) => all + count, 0)
}
