/**
 * Names the rules as they stand. Whoever changes what a rule asks, a default parameter or a meta rule changes the day; a past
 * answer states it, and the same question put to another version is another answer (readiness 1.2).
 */
export const RULE_SET_VERSION = '2026-11-24'
