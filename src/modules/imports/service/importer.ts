import type { Visit } from '../../../platform/http/bind.ts'

/** Whoever imports: somebody in the browser, or the command line. */
export type Importer = Pick<Visit, 'services' | 'actor' | 'language' | 'within'>
