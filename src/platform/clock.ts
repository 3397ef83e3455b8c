/** Where the present comes from. Handed in everywhere, so that a test starts the whole server with a clock of its own. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
