import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { OUTSIDERS, type PolicyChoices, policyText, STANDS, WAYS } from '../../../../modules/guides/domain/policy.ts'
import { useApi } from '../../../api.ts'
import { Go } from '../../../Go.tsx'
import { Problem } from '../../../kit/Problem.tsx'
import { RichText } from '../../../kit/RichText.tsx'
import { useSpeech } from '../../../text.ts'
import { Several } from '../Several.tsx'
import { Single } from '../Single.tsx'
import { isHandWritten, openingChoices, type PolicyBody, type PolicyReply } from './policy.ts'

interface ChoicesPartProps {
  readonly reply: PolicyReply
  readonly canEdit: boolean
}

/** What is chosen and the text that comes of it. Choices are kept as they are made; the draft is written when asked. */
export function ChoicesPart({ reply, canEdit }: ChoicesPartProps): ReactNode {
  const { words, language } = useSpeech()
  const api = useApi()
  const voice = { words, language }
  const { draft, facts, gaps } = reply
  const [choices, setChoices] = useState(() => openingChoices(reply, voice))
  const keep = useMutation({
    mutationFn: (chosen: PolicyChoices) =>
      api.send('PUT', `drafts/document_version/${draft?.id ?? 'new'}`, {
        body: { version: draft?.version ?? null, set: { text: policyText(facts, chosen, voice) } },
      }),
  })
  const choose = (change: Partial<PolicyChoices>): void => {
    const next = { ...choices, ...change }
    setChoices(next)
    if (canEdit) keep.mutate(next)
  }
  const isOpen = canEdit && draft?.state !== 'approved'
  return (
    <>
      <Gaps gaps={gaps} />
      <Questions facts={facts} choices={choices} isOpen={isOpen} onChoose={choose} />
      <h2>{words('guide.policy.text')}</h2>
      <p className="small soft partwhy">{words('guide.policy.text.why')}</p>
      <RichText html={policyText(facts, choices, voice)} />
      {isHandWritten(reply, voice) ? (
        <p className="note">
          {words('guide.policy.handWritten')}{' '}
          <Go to={`registers/document_version/${draft?.id ?? ''}`}>{words('guide.policy.toText')}</Go>
        </p>
      ) : null}
      {isOpen ? <MakeBar reply={reply} choices={choices} isKept={keep.isSuccess} /> : null}
      <Problem error={keep.error} />
    </>
  )
}

interface QuestionsProps {
  readonly facts: PolicyReply['facts']
  readonly choices: PolicyChoices
  readonly isOpen: boolean
  readonly onChoose: (change: Partial<PolicyChoices>) => void
}

function Questions({ facts, choices, isOpen, onChoose }: QuestionsProps): ReactNode {
  const { words } = useSpeech()
  return (
    <fieldset className="plainset" disabled={!isOpen}>
      <Several
        text="guide.policy.stands"
        options={STANDS}
        labelOf={(one) => words(`policy.stands.${one}`)}
        value={choices.stands}
        onChange={(stands) => onChoose({ stands })}
      />
      <Several
        text="guide.policy.ways"
        options={WAYS}
        labelOf={(one) => words(`policy.ways.${one}`)}
        value={choices.ways}
        onChange={(ways) => onChoose({ ways })}
      />
      <Single
        text="guide.policy.objectives"
        options={['framework', 'list']}
        labelOf={(one) => words(`guide.policy.objectives.${one}`, { n: facts.objectives.length })}
        value={choices.objectives}
        onChange={(objectives) => onChoose({ objectives })}
      />
      <Single
        text="guide.policy.outsiders"
        options={OUTSIDERS}
        labelOf={(one) => words(`guide.policy.outsiders.${one}`)}
        value={choices.outsiders}
        onChange={(outsiders) => onChoose({ outsiders })}
      />
    </fieldset>
  )
}

interface MakeBarProps {
  readonly reply: PolicyReply
  readonly choices: PolicyChoices
  /** Whether the choices were kept since the page was opened. */
  readonly isKept: boolean
}

/** Writes the draft: a new one, or over the one that is there. */
function MakeBar({ reply: { draft, facts, gaps }, choices, isKept }: MakeBarProps): ReactNode {
  const { words, language } = useSpeech()
  const api = useApi()
  const save = useMutation({
    mutationFn: (body: PolicyBody) => api.send('POST', 'guides/policy', { body }),
    onSettled: () => api.refresh(),
  })
  const isSame = draft?.text === policyText(facts, choices, { words, language })
  const isShort = choices.stands.length === 0 || choices.ways.length === 0
  const seen = draft === null ? null : { id: draft.id, version: draft.version }
  return (
    <>
      <div className="savebar">
        <button
          type="button"
          className="btn"
          disabled={save.isPending || isSame || isShort || gaps.length > 0}
          onClick={() => save.mutate({ draft: seen, choices })}
        >
          {words(seen === null ? 'guide.policy.make' : 'guide.policy.makeAnew', { version: draft?.versionLabel ?? '' })}
        </button>
        <p className="small soft" role="status">
          {words(`guide.policy.${isSame ? 'same' : isKept ? 'kept' : 'unsaved'}`)}
        </p>
      </div>
      <Problem error={save.error} />
    </>
  )
}

/** What the registers lack, with the way to where it is put in. */
function Gaps({ gaps }: { readonly gaps: readonly string[] }): ReactNode {
  const { words } = useSpeech()
  return gaps.map((gap) => (
    <p key={gap} className="note">
      {words(gap)}{' '}
      <Go to={`registers/${gap.endsWith('services') ? 'service' : 'role'}`}>{words('guide.policy.putIn')}</Go>
    </p>
  ))
}
