import type { ReactNode } from 'react'
import { Go } from '../../../Go.tsx'
import { Mark, type Severity } from '../../../kit/Mark.tsx'
import { Sentence } from '../../../Sentence.tsx'
import { useSpeech } from '../../../text.ts'
import type { ConsentReply, Signatures } from './consent.ts'

type Word = Signatures[number]['plan']

const MARKS: Readonly<Record<Word, Severity | null>> = {
  given: 'ok',
  refused: 'minor',
  open: 'question',
  unready: null,
}

/** Who has given his word and who has not, with what nobody can be asked for. */
export function OthersPart({ reply }: { readonly reply: ConsentReply }): ReactNode {
  const { words, list } = useSpeech()
  const { signatures, ownerless, powerless, names } = reply
  if (signatures === null) return <p className="empty">{words('guide.consent.others.hidden')}</p>
  return (
    <>
      {signatures.length === 0 ? (
        <p className="empty">{words('guide.consent.others.none')}</p>
      ) : (
        <p className="text partwhy">{words('guide.consent.others.why')}</p>
      )}
      {ownerless.length === 0 ? null : (
        <p className="note">
          {words('guide.consent.ownerless', {
            n: ownerless.length,
            risks: list(ownerless.map(({ number }) => number)),
          })}
        </p>
      )}
      {powerless.length === 0 ? null : (
        <p className="note">
          <Sentence
            id="guide.consent.powerless"
            values={{ n: powerless.length, people: list(powerless.map((id) => names[id] ?? '')) }}
            parts={{ a: <Go to="registers/role" isCurrent={false} /> }}
          />
        </p>
      )}
      {signatures.length === 0 ? null : <SignatureTable signatures={signatures} />}
      <Higher reply={reply} />
    </>
  )
}

function SignatureTable({ signatures }: { readonly signatures: Signatures }): ReactNode {
  const { words } = useSpeech()
  return (
    <table className="list stack soa">
      <caption className="hide">{words('guide.consent.others.caption')}</caption>
      <thead>
        <tr>
          {(['who', 'plan', 'residual'] as const).map((column) => (
            <th key={column} scope="col">
              {words(`guide.consent.others.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {signatures.map(({ person, name, plan, residual }) => {
          const count = (word: Word): number => residual.filter((one) => one.word === word).length
          const refused = count('refused')
          const whole = count('given') === residual.length ? 'given' : refused > 0 ? 'refused' : 'open'
          return (
            <tr key={person}>
              <td className="name">
                <Go to={`registers/person/${person}`}>{name}</Go>
              </td>
              <td data-l={words('guide.consent.others.plan')}>
                <Said word={plan}>{words(`guide.consent.word.${plan}`)}</Said>
              </td>
              <td data-l={words('guide.consent.others.residual')}>
                <Said word={whole}>
                  {words('guide.consent.residual', { given: count('given'), n: residual.length })}
                  {refused === 0 ? null : `, ${words('guide.consent.residual.refused', { n: refused })}`}
                </Said>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface SaidProps {
  readonly word: Word
  readonly children: ReactNode
}

function Said({ word, children }: SaidProps): ReactNode {
  const mark = MARKS[word]
  return (
    <>
      {mark === null ? null : <Mark severity={mark} isNamed={false} />} {children}
    </>
  )
}

/** What lies above the line, where the owner's word is not enough. */
function Higher({ reply: { higher, names } }: { readonly reply: ConsentReply }): ReactNode {
  const { words, list } = useSpeech()
  if (higher.length === 0) return null
  return (
    <section className="sect" aria-labelledby="higher">
      <h2 id="higher">{words('guide.consent.higher')}</h2>
      <p className="small soft">{words('guide.consent.higher.why')}</p>
      <ul className="lines hang">
        {higher.map(({ kind, risk, level, people }) => (
          <li key={`${kind}${risk.id}`}>
            <Mark severity="question" isNamed={false} />{' '}
            {words(`guide.consent.higher.${kind}`, {
              number: risk.number,
              title: risk.title,
              level: level ?? '',
              n: people.length,
              people: list(people.map((id) => names[id] ?? '')),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
