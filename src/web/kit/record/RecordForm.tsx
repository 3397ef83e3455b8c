import type { ReactNode } from 'react'
import type { Register } from '../../../kernel/register.ts'
import { useNames } from '../../names.ts'
import type { Draft, RecordReply, Titles, Values } from '../../replies.ts'
import { useText } from '../../text.ts'
import { FieldInput } from '../fields/FieldInput.tsx'
import { Problem } from '../Problem.tsx'
import { formFields, pairs } from '../values.ts'
import { DraftLine } from './DraftLine.tsx'
import { useTyping } from './draft.ts'
import { SaveBar } from './SaveBar.tsx'
import { StaleChoice } from './StaleChoice.tsx'
import { useSaving } from './saving.ts'

interface RecordFormProps {
  readonly register: Register
  /** The record, or null for a new one. */
  readonly reply: RecordReply | null
  readonly draft: Draft | null
  /** Values that a new record begins with: the risk of a new score. */
  readonly given?: Values
  /** The fields that are asked, in that order; all of them where this is left out. What a draft holds besides stays in sight. */
  readonly only?: readonly string[]
  /** Whether nothing is asked but the fields: neither why, nor from which day. */
  readonly isPlain?: boolean
  readonly onSaved: (reply: RecordReply) => void
}

const NOTHING: Values = {}

/**
 * The form of a record, made from its declaration. What is typed is kept as a draft until it is saved with a reason;
 * whoever saves over another's version is shown both.
 */
export function RecordForm(props: RecordFormProps): ReactNode {
  const { register, reply, draft, given = NOTHING, only, isPlain = false, onSaved } = props
  const words = useText()
  const { record, by, ...told } = seen(reply)
  const typing = useTyping(register, record, draft, given)
  const titles = useTitles(register, typing.typed, told.titles)
  const saving = useSaving(register, record, typing, onSaved)
  const valueOf = (name: string): unknown => (name in typing.typed ? typing.typed[name] : record?.[name])
  return (
    <form
      aria-label={record === null ? words('form.new', { register: words(register.name) }) : record.number}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (saving.isReady) saving.save()
      }}
    >
      {pairs(askedOf(register, only, record === null ? NOTHING : typing.typed)).map((row) => (
        <div key={row.map(([name]) => name).join(' ')} className={row.length > 1 ? 'pair' : undefined}>
          {row.map(([name, field]) => (
            <FieldInput
              key={name}
              field={field}
              text={`${register.name}.${name}`}
              value={valueOf(name)}
              titles={titles}
              fault={saving.faultOf(name)}
              innerFault={(inner) => saving.faultOf(`${name}.${inner}`)}
              values={{ ...record, ...typing.typed }}
              onChange={(value, also) => typing.type({ ...also, [name]: value })}
            />
          ))}
        </div>
      ))}
      {record !== null && saving.isBehind ? (
        <StaleChoice
          register={register}
          record={record}
          titles={titles}
          by={by}
          typed={typing.typed}
          conflicts={saving.conflicts}
          onChosen={(typed) => typing.rebase(typed, record)}
        />
      ) : null}
      {isPlain ? (
        <div className="btns">
          <button type="submit" className="btn" disabled={!saving.isReady}>
            {words('guide.save')}
          </button>
        </div>
      ) : (
        <SaveBar version={record === null ? null : record.version + 1} saving={saving} />
      )}
      <DraftLine typing={typing} savedVersion={saving.isSaved ? (record?.version ?? null) : null} />
      <Problem error={saving.error} />
    </form>
  )
}

/** The fields to show. A save takes all that was typed, so nothing of it may be hidden. */
function askedOf(
  register: Register,
  only: readonly string[] | undefined,
  typed: Values,
): ReturnType<typeof formFields> {
  const all = formFields(register)
  if (only === undefined) return all
  const first = only.flatMap((name) => all.filter(([one]) => one === name))
  return [...first, ...all.filter(([name]) => name in typed && !only.includes(name))]
}

/** Names for what is typed as well: of what came along for a new record, or lay in a draft, the record knows nothing. */
function useTitles(register: Register, typed: Values, known: Titles): Titles {
  const ids = Object.entries(typed).flatMap(([name, value]) =>
    ['link', 'links'].includes(register.fields[name]?.kind ?? '') ? [value].flat() : [],
  )
  const names = useNames(ids.filter((id) => typeof id === 'string').filter((id) => !(id in known)))
  return { ...names, ...known }
}

interface Seen {
  readonly record: RecordReply['record'] | null
  readonly titles: RecordReply['titles']
  readonly by: string | null
}

/** What the form reads of a record; a new one has nothing yet. */
function seen(reply: RecordReply | null): Seen {
  if (reply === null) return { record: null, titles: {}, by: null }
  return { record: reply.record, titles: reply.titles, by: reply.actor?.name ?? null }
}
