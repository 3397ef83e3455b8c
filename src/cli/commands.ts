import type { Command } from './command.ts'
import { account } from './commands/account.ts'
import { backups } from './commands/backup.ts'
import { doctor } from './commands/doctor.ts'
import { organisation } from './commands/organisation.ts'
import { verify } from './commands/verify.ts'

/** Every command, in the order in which the usage shows them. */
export const commands: readonly Command[] = [...organisation, verify, ...account, ...backups, doctor]
