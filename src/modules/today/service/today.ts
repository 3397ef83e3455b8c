import type { z } from 'zod'
import type { readToday } from '../contract.ts'

/** What the first page is told. */
export type Today = z.output<typeof readToday.reply>
