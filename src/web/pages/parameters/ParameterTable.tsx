import type { ReactNode } from 'react'
import type { ParametersReply } from '../../readiness.ts'
import { useRuleSpeech } from '../../text.ts'

/** What holds, beside the default and what is common, with a remark where an auditor would ask. */
export function ParameterTable({ reply }: { readonly reply: ParametersReply }): ReactNode {
  const { words } = useRuleSpeech()
  return (
    <div className="scroll" role="region" aria-label={words('nav.parameters')} tabIndex={0}>
      <table className="parameters">
        <thead>
          <tr>
            <th scope="col">{words('parametersPage.what')}</th>
            <th scope="col" className="r">
              {words('parametersPage.holds')}
            </th>
            <th scope="col" className="r">
              {words('parametersPage.default')}
            </th>
            <th scope="col" className="r">
              {words('parametersPage.bound')}
            </th>
            <th scope="col">{words('parametersPage.remark')}</th>
          </tr>
        </thead>
        <tbody>
          {reply.parameters.map((one) => (
            <ParameterRow key={one.parameter} parameter={one} notes={reply.notes} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface ParameterRowProps {
  readonly parameter: ParametersReply['parameters'][number]
  readonly notes: ParametersReply['notes']
}

function ParameterRow({ parameter, notes }: ParameterRowProps): ReactNode {
  const { words } = useRuleSpeech()
  const { parameter: name, value, default: usual, bound, waiting } = parameter
  const own = notes.find((note) => note.parameter === name)
  const said = [
    waiting === null ? null : words('parametersPage.waitingValue', { value: valueWords(words, name, waiting.value) }),
    own === undefined ? null : words(`note.${own.why}`, { bound: own.bound }),
  ].filter((part) => part !== null)
  return (
    <tr>
      <th scope="row">{words(`organisation.parameters.${name}`)}</th>
      <td className={value === usual ? 'r' : 'r b'}>{valueWords(words, name, value)}</td>
      <td className="r quiet">{valueWords(words, name, usual)}</td>
      <td className="r quiet">{bound === null ? '' : String(bound)}</td>
      <td>{said.join(' ')}</td>
    </tr>
  )
}

function valueWords(
  words: ReturnType<typeof useRuleSpeech>['words'],
  name: string,
  value: number | string | null,
): string {
  if (value === null) return words('parametersPage.none')
  return typeof value === 'string' ? words(`organisation.parameters.${name}.${value}`) : String(value)
}
