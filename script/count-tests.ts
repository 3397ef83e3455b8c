/** Adds up reports of the test runner and prints the closing line of `script/test`. Fails when a test did. */
import { existsSync, readFileSync } from 'node:fs'
import { argv, exit } from 'node:process'
import { z } from 'zod'

const Report = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

let passed = 0
let failed = 0
for (const file of argv.slice(2)) {
  if (!existsSync(file)) {
    // The runner ended before it could report.
    failed += 1
    continue
  }
  const report = Report.parse(JSON.parse(readFileSync(file, 'utf8')))
  // A file that could not be loaded holds no test that could fail, and counts as one.
  const unread = report.testResults.filter((it) => it.status === 'failed' && it.assertionResults.length === 0).length
  passed += report.numPassedTests
  failed += report.numFailedTests + unread
}
console.log(`tests: ${passed} passed, ${failed} failed`)
if (failed > 0 || passed === 0) exit(1)
