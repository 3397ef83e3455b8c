/**
 * All drafts that a start interview leads to, made at once in an organisation of one, of thirty and of two thousand people who
 * stand in the register already, and the same asked a second time, when there is nothing left to make.
 */
import { ALONE, CARE, THIRTY } from '../src/modules/interviews/answers.fixture.ts'
import { generate, saveAnswers } from '../src/modules/interviews/service.ts'
import { wordsIn } from '../src/platform/words.ts'
import { texts } from '../src/texts.gen.ts'
import { persons } from './fixtures.ts'
import { figuresOf, line, timed } from './measure.ts'
import { openPlace } from './place.ts'

const SIZES = [
  { people: 1, answers: ALONE },
  { people: 30, answers: THIRTY },
  { people: 2_000, answers: CARE },
] as const
const speaking = { language: 'nl', words: wordsIn(texts)('nl') } as const

for (const { people, answers } of SIZES) {
  const place = await openPlace()
  try {
    await place.create(persons(people))
    await place.run((ctx) => saveAnswers(ctx, answers))
    const made: number[] = []
    const make = () =>
      place.run(async (ctx) => {
        const reply = await generate(ctx, speaking)
        made.push(reply.made.reduce((sum, { count }) => sum + count, 0))
      })
    const first = figuresOf([await timed(make)])
    const again = figuresOf([await timed(make), await timed(make), await timed(make)])
    const size = people.toLocaleString('en')
    console.log(
      line(`${made[0] ?? 0} drafts from an interview, ${size} in the register of people`, first, '≤ 5,000 ms'),
    )
    console.log(line('… again, with nothing to make', again, ''))
  } finally {
    await place.close()
  }
}
