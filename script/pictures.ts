/** Makes the pictures of the README anew: the sample organisation as its story has it on 2 March 2026. */
import { join } from 'node:path'
import { idOf } from '../samples/kiekendief/story.ts'
import { SAMPLE, stage } from '../test/journeys/stage.ts'
import buildPages from '../test/setup/web.ts'

const FOLDER = join(import.meta.dirname, '../docs/pictures')
const PICTURES = { today: '', 'risk-map': '/risk-map' }

await buildPages()
const scene = await stage('2026-03-02 12:00')
try {
  await scene.sample()
  const person = idOf('person', 'fenna')
  const fenna = await scene.person('Fenna Postma', { organisation: SAMPLE, roles: ['coordinator'], person })
  for (const [name, path] of Object.entries(PICTURES)) {
    await fenna.go(`/${SAMPLE}${path}`)
    await fenna.page.screenshot({ path: join(FOLDER, `${name}.png`) })
  }
} finally {
  await scene.close()
}
