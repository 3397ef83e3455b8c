import type { ReactNode } from 'react'
import { questionSentence } from '../../../modules/readiness/domain/wording.ts'
import { useAsOf } from '../../as-of.ts'
import { Go } from '../../Go.tsx'
import { Mark } from '../../kit/Mark.tsx'
import { Said } from '../../kit/Said.tsx'
import { markOf, sentencesOf } from '../../readiness.ts'
import { remedyLink } from '../../remedy.ts'
import { useSpeech } from '../../text.ts'
import { MissingFacts } from '../readiness/MissingFacts.tsx'
import type { Missing, PathStep } from './path.ts'

/** What a step still waits for, each with the way to where it is put right. */
export function MissingList({ missing, step }: { readonly missing: Missing; readonly step: PathStep }): ReactNode {
  const speech = useSpeech()
  const { words } = speech
  const { tense } = useAsOf()
  const count = missing.findings.length + missing.questions.length
  if (count === 0) return step.state === 'done' ? <p className="small soft">{words('pathPage.allDone')}</p> : null
  return (
    <>
      <h3>{words('pathPage.missing', { n: count })}</h3>
      <ul className="lines hang">
        {missing.findings.map((finding) => (
          <li key={finding.rule}>
            <Mark severity={markOf(finding)} /> <Said text={sentencesOf(finding, speech).join(' ')} />{' '}
            {tense === 'present' ? <Go {...remedyLink(finding)}>{words('pathPage.putRight')}</Go> : null}{' '}
            {finding.objects.some(({ watch }) => watch.fields.length > 0) ? (
              <MissingFacts objects={finding.objects} isBrief />
            ) : null}
          </li>
        ))}
        {missing.questions.map((question) => (
          <li key={question.key}>
            <Mark severity="question" /> {questionSentence(speech, question)}
            <MissingFacts objects={question.objects} />
          </li>
        ))}
      </ul>
    </>
  )
}
