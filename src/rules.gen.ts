// Written by script/generate-modules.ts from the folders of src/modules; do not edit.
import type { Rule } from './kernel/rule.ts'
import { rules as changesRules } from './modules/changes/rules.ts'
import { rules as contextRules } from './modules/context/rules.ts'
import { rules as documentsRules } from './modules/documents/rules.ts'
import { rules as objectivesRules } from './modules/objectives/rules.ts'
import { rules as partiesRules } from './modules/parties/rules.ts'
import { rules as peopleRules } from './modules/people/rules.ts'
import { rules as processesRules } from './modules/processes/rules.ts'
import { rules as risksRulesIdentification } from './modules/risks/rules/identification.ts'
import { rules as risksRulesMethod } from './modules/risks/rules/method.ts'
import { rules as risksRulesScores } from './modules/risks/rules/scores.ts'
import { rules as scopesRules } from './modules/scopes/rules.ts'
import { rules as statementsRulesExclusions } from './modules/statements/rules/exclusions.ts'
import { rules as statementsRulesLines } from './modules/statements/rules/lines.ts'
import { rules as statementsRulesStatement } from './modules/statements/rules/statement.ts'
import { rules as treatmentsRulesComparison } from './modules/treatments/rules/comparison.ts'
import { rules as treatmentsRulesConsent } from './modules/treatments/rules/consent.ts'
import { rules as treatmentsRulesOptions } from './modules/treatments/rules/options.ts'
import { rules as treatmentsRulesPlan } from './modules/treatments/rules/plan.ts'

export const rules: readonly Rule[] = [
  ...changesRules,
  ...contextRules,
  ...documentsRules,
  ...objectivesRules,
  ...partiesRules,
  ...peopleRules,
  ...processesRules,
  ...risksRulesIdentification,
  ...risksRulesMethod,
  ...risksRulesScores,
  ...scopesRules,
  ...statementsRulesExclusions,
  ...statementsRulesLines,
  ...statementsRulesStatement,
  ...treatmentsRulesComparison,
  ...treatmentsRulesConsent,
  ...treatmentsRulesOptions,
  ...treatmentsRulesPlan,
]
