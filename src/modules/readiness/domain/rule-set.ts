/**
 * Names the rules as they stand: the day of the last change, and a count where a day saw several. Whoever changes what a
 * rule asks, a default parameter or a meta rule changes it; a past answer states it, and the same question put to another
 * version is another answer (readiness 1.2). Only the newest is kept: a question that names an older one is refused.
 */
export const RULE_SET_VERSION = '2026-11-24.3'
