import type { Command } from './command.ts'
import { account } from './commands/account.ts'
import { backups } from './commands/backup.ts'
import { difference } from './commands/difference.ts'
import { digest } from './commands/digest.ts'
import { doctor } from './commands/doctor.ts'
import { exports } from './commands/export.ts'
import { forecast } from './commands/forecast.ts'
import { importFiles } from './commands/import.ts'
import { interview } from './commands/interview.ts'
import { organisation } from './commands/organisation.ts'
import { path } from './commands/path.ts'
import { readiness } from './commands/readiness.ts'
import { sample } from './commands/sample.ts'
import { serve } from './commands/serve.ts'
import { verify } from './commands/verify.ts'

/** Every command, in the order in which the usage shows them. */
export const commands: readonly Command[] = [
  serve,
  ...organisation,
  importFiles,
  interview,
  ...exports,
  readiness,
  path,
  digest,
  forecast,
  difference,
  verify,
  sample,
  ...account,
  ...backups,
  doctor,
]
