import { type ReactNode, useState } from 'react'
import { Go } from '../../../Go.tsx'
import { Mark } from '../../../kit/Mark.tsx'
import type { Titles } from '../../../replies.ts'
import { useSpeech } from '../../../text.ts'
import type { Measured, MeasureReply, Reading } from './measure.ts'
import { ReadingForm } from './ReadingForm.tsx'

interface ReadingsPartProps {
  readonly reply: MeasureReply
  readonly canEdit: boolean
}

/** What is asked now comes first; each number is written with what it means. */
export function ReadingsPart({ reply, canEdit }: ReadingsPartProps): ReactNode {
  const { words } = useSpeech()
  const { metrics, titles, at } = reply
  const asked = metrics.filter(({ asks }) => asks !== null)
  const rest = metrics.filter(({ asks }) => asks === null)
  return (
    <>
      <p className="text partwhy">{words('guide.measure.readings.why')}</p>
      {metrics.length === 0 ? (
        <p className="empty">
          {words('guide.measure.readings.none')} <Go to="guide-objectives">{words('nav.guide.objectives')}</Go>
        </p>
      ) : null}
      <ul className="choices">
        {[...asked, ...rest].map((line) => (
          <MeasuredItem key={line.id} line={line} titles={titles} today={at} canEdit={canEdit} />
        ))}
      </ul>
    </>
  )
}

interface MeasuredItemProps {
  readonly line: Measured
  readonly titles: Titles
  readonly today: string
  readonly canEdit: boolean
}

function MeasuredItem({ line, titles, today, canEdit }: MeasuredItemProps): ReactNode {
  const { words } = useSpeech()
  const [isOpened, setOpened] = useState(false)
  const { id, title, method, unit, asks, readings } = line
  const [last] = readings
  const act = words(`guide.measure.write.${asks ?? 'read'}`)
  return (
    <li>
      <p>
        <Mark severity={asks === null ? 'ok' : 'question'} isNamed={false} /> <b>{title}</b>{' '}
        <Go to={`registers/metric/${id}`} className="small">
          {line.number}
        </Go>
      </p>
      {method === null ? null : <p className="small soft">{method}</p>}
      <MeasuredFacts line={line} name={titles[line.whoMeasures ?? '']?.title} />
      {asks === null ? null : <p className="small">{words(`guide.measure.asks.${asks}`)}</p>}
      {last === undefined ? null : <LastReading reading={last} unit={unit} />}
      {canEdit ? (
        <button
          type="button"
          className="ghost"
          aria-expanded={isOpened}
          aria-label={words('guide.measure.writeNamed', { act, title })}
          onClick={() => setOpened(!isOpened)}
        >
          {act}
        </button>
      ) : null}
      {isOpened ? <ReadingForm line={line} today={today} onDone={() => setOpened(false)} /> : null}
    </li>
  )
}

/** Its limits, what wants to be reached with it, who reads it, and when again. */
function MeasuredFacts({ line, name }: { readonly line: Measured; readonly name: string | undefined }): ReactNode {
  const { words, day, number } = useSpeech()
  const { unit, limitLow, limitHigh, due, goals } = line
  const bound = (key: string, value: number | null): readonly string[] =>
    value === null ? [] : [words(key, { value: amountOf(number(value), unit) })]
  const facts = [
    ...bound('guide.measure.low', limitLow),
    ...bound('guide.measure.high', limitHigh),
    ...goals.flatMap(({ target }) => bound('guide.measure.goal', target)),
    ...(name === undefined ? [] : [name]),
    ...(due === null ? [] : [words('guide.measure.due', { day: day(due) })]),
  ]
  return facts.length === 0 ? null : <p className="small num">{facts.join(' · ')}</p>
}

function amountOf(number: string, unit: string | null): string {
  return unit === null ? number : `${number} ${unit}`
}

interface LastReadingProps {
  readonly reading: Reading
  readonly unit: string | null
}

function LastReading({ reading: { at, value, conclusion, isOutside }, unit }: LastReadingProps): ReactNode {
  const { words, day, number } = useSpeech()
  return (
    <p className="small soft">
      {words('guide.measure.last', {
        value: value === null ? '' : amountOf(number(value), unit),
        day: at === null ? '' : day(at),
      })}
      {isOutside ? ` ${words('guide.measure.outside')}` : ''}
      {conclusion === null ? '' : ` ${conclusion}`}
    </p>
  )
}
