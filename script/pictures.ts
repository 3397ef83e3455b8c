/** Makes the pictures of the README anew: the sample organisation as its story has it on 2 March 2026. */
import { join } from 'node:path'
import { idOf } from '../samples/kiekendief/story.ts'
import { SAMPLE, stage } from '../test/journeys/stage.ts'
import buildPages from '../test/setup/web.ts'

const FOLDER = join(import.meta.dirname, '../docs/pictures')
/** What is shown: a page as it opens, or a part of it. */
const PICTURES = [
  { name: 'today', path: '' },
  { name: 'readiness', path: '/readiness?stage=S1' },
  { name: 'trend', path: '/readiness?stage=S2', part: 'figure.plot' },
  { name: 'path', path: '/path' },
  { name: 'risk-map', path: '/risk-map' },
]

await buildPages()
const scene = await stage('2026-03-02 12:00')
try {
  await scene.sample()
  const person = idOf('person', 'fenna')
  const fenna = await scene.person('Fenna Postma', { organisation: SAMPLE, roles: ['coordinator'], person })
  for (const { name, path, part } of PICTURES) {
    await fenna.go(`/${SAMPLE}${path}`)
    const shown = part === undefined ? fenna.page : fenna.page.locator(part)
    await shown.screenshot({ path: join(FOLDER, `${name}.png`) })
  }
} finally {
  await scene.close()
}
