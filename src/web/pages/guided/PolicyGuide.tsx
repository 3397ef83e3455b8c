import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { ListError } from '../../kit/list/ListError.tsx'
import type { Titles } from '../../replies.ts'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { useSpeech } from '../../text.ts'
import { Parts, usePart } from './Parts.tsx'
import { AdoptPart } from './policy/AdoptPart.tsx'
import { CheckPart } from './policy/CheckPart.tsx'
import { ChoicesPart } from './policy/ChoicesPart.tsx'
import { type Edition, leftIn, PARTS, type Part, type PolicyReply } from './policy/policy.ts'

/** The policy: chosen, looked at by a person, approved by top management. */
export function PolicyGuide(): ReactNode {
  const api = useApi()
  const guide = useQuery(api.read<PolicyReply>('guides/policy'))
  if (guide.isError) return <ListError error={guide.error} onRetry={() => void guide.refetch()} />
  return guide.isPending ? <PageSkeleton /> : <PolicyForm reply={guide.data} />
}

function PolicyForm({ reply }: { readonly reply: PolicyReply }): ReactNode {
  const { tense } = useAsOf()
  const { draft, inForce } = reply
  const looked = draft ?? inForce
  const left = (part: Part): number | null => leftIn(part, reply)
  const part = usePart(PARTS, left)
  const canEdit = tense === 'present' && reply.can.write
  return (
    <>
      {inForce === null ? null : <Holding inForce={inForce} titles={reply.titles} />}
      <Parts name="policy" parts={PARTS} shown={part} left={left} />
      {part === 'choose' ? <ChoicesPart key={draft?.id ?? 'new'} reply={reply} canEdit={canEdit} /> : null}
      {part === 'check' ? <CheckPart edition={looked} reply={reply} canEdit={canEdit} /> : null}
      {part === 'adopt' ? <AdoptPart reply={reply} /> : null}
    </>
  )
}

/** The version that holds, and by whose word. */
function Holding({ inForce, titles }: { readonly inForce: Edition; readonly titles: Titles }): ReactNode {
  const { words, day } = useSpeech()
  return (
    <p className="note plain">
      {words('guide.policy.holds', {
        version: inForce.versionLabel,
        day: inForce.effectiveFrom === null ? '' : day(inForce.effectiveFrom),
        name: titles[inForce.approvedBy ?? '']?.title ?? '',
      })}
    </p>
  )
}
