// Written by script/generate-modules.ts from the folders of src/modules; do not edit.
import type { Rule } from './kernel/rule.ts'

export const rules: readonly Rule[] = [
]
