import { Fragment, type ReactNode } from 'react'
import type { ParametersReply } from '../../readiness.ts'
import { useRuleSpeech } from '../../text.ts'
import { changedWords, groupsOf, type Parameter, valueWords } from './groups.ts'

interface ParameterTableProps {
  readonly reply: ParametersReply
  /** Null for whoever may not change them, or not on this day. */
  readonly onChange: ((parameter: Parameter) => void) | null
}

/** What holds, beside the default and what is common, with a remark where an auditor would ask. */
export function ParameterTable({ reply, onChange }: ParameterTableProps): ReactNode {
  const { words } = useRuleSpeech()
  return (
    <table className="parameters stack">
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
          {onChange === null ? null : (
            <th scope="col">
              <span className="hide">{words('parametersPage.change')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {groupsOf(reply.parameters).map(({ name, parameters }) => (
          <Fragment key={name}>
            <tr className="grp">
              <th colSpan={onChange === null ? 4 : 5} scope="rowgroup">
                {words(`parametersPage.group.${name}`)}
              </th>
            </tr>
            {parameters.map((one) => (
              <ParameterRow key={one.parameter} parameter={one} notes={reply.notes} onChange={onChange} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

interface ParameterRowProps extends Pick<ParameterTableProps, 'onChange'> {
  readonly parameter: Parameter
  readonly notes: ParametersReply['notes']
}

function ParameterRow({ parameter, notes, onChange }: ParameterRowProps): ReactNode {
  const { words, has } = useRuleSpeech()
  const { parameter: name, value, default: usual, bound, waiting } = parameter
  const label = `organisation.parameters.${name}`
  const own = notes.find((note) => note.parameter === name)
  const said = [
    waiting === null ? null : words('parametersPage.waitingValue', { value: changedWords(words, name, waiting.value) }),
    own === undefined ? null : words(`note.${own.why}`, { bound: own.bound }),
  ].filter((part) => part !== null)
  return (
    <tr>
      <th scope="row" className="name">
        {words(label)}
        {has(`${label}.why`) ? <p className="why">{words(`${label}.why`)}</p> : null}
        {said.length === 0 ? null : <p className="said">{said.join(' ')}</p>}
      </th>
      <td className={value === usual ? 'r' : 'r b'}>{valueWords(words, name, value)}</td>
      <td className="r quiet" data-l={words('parametersPage.default')}>
        {valueWords(words, name, usual)}
      </td>
      <td className="r quiet" data-l={bound === null ? undefined : words('parametersPage.bound')}>
        {bound === null ? '' : String(bound)}
      </td>
      {onChange === null ? null : (
        <td>
          <button
            type="button"
            className="bare link"
            aria-label={words('parametersPage.changeOne', { what: words(label) })}
            onClick={() => onChange(parameter)}
          >
            {words('parametersPage.change')}
          </button>
        </td>
      )}
    </tr>
  )
}
