/** An error as the log keeps it. */
export interface ErrorShown {
  readonly type: string
  readonly code: string | null
  readonly message: string
  /** Where it happened, without the first lines, which repeat the message. */
  readonly stack: string
  readonly cause: ErrorShown | null
}

/**
 * What an error may leave in the log. PostgreSQL names in message and detail the value that it could not take, and somebody
 * typed that, so of its errors only the code is kept (STYLE: ids, counts and durations, never names or free text).
 */
export function errorShown(error: unknown): ErrorShown {
  if (!(error instanceof Error)) {
    const message = typeof error === 'string' ? error : ''
    return { type: typeof error, code: null, message, stack: '', cause: null }
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  const isOfDatabase = code !== null && 'severity' in error
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    code,
    message: isOfDatabase ? 'the database refused' : error.message,
    stack: stack.join('\n'),
    cause: error.cause === undefined ? null : errorShown(error.cause),
  }
}
