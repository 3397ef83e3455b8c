import type { ReactNode } from 'react'
import type { Register } from '../../../kernel/register.ts'
import { Go } from '../../Go.tsx'
import type { RecordReply } from '../../replies.ts'
import { useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'
import { nameOf } from '../values.ts'
import { RecordActs } from './RecordActs.tsx'

interface RecordHeadProps {
  readonly register: Register
  readonly reply: RecordReply
}

/** Where we are, how the record is called, how it stands, and what can be done with it. */
export function RecordHead({ register, reply }: RecordHeadProps): ReactNode {
  const { words, moment } = useSpeech()
  const { record, actor } = reply
  const values = {
    number: record.number,
    state: words(`${register.name}.state.${record.state}`),
    version: record.version,
    when: moment(record.recordedAt),
    name: actor?.name ?? '',
  }
  return (
    <>
      <p className="crumb">
        {register.single ? null : (
          <>
            <Go to={`registers/${register.name}`}>{capital(words(`${register.name}.plural`))}</Go>
            {' › '}
          </>
        )}
        {record.number}
      </p>
      <div className="head">
        <h1>{nameOf(register, record, reply.titles)}</h1>
        <div className="do acts">
          <RecordActs register={register} reply={reply} />
        </div>
      </div>
      <p className="small soft">{words((actor ?? null) === null ? 'record.line' : 'record.lineBy', values)}</p>
    </>
  )
}
