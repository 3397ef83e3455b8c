import { bind, type Route } from '../../platform/http/bind.ts'
import { makeComparison, readComparisonGuide } from './contract/comparison.ts'
import { giveConsent, readConsentGuide } from './contract/consent.ts'
import { addIssue, readContextGuide, writeClimate } from './contract/context.ts'
import {
  adoptDocument,
  readDocumentGuide,
  readDocumentsGuide,
  writeDocument,
  writeDocuments,
} from './contract/documents.ts'
import { addReading, readMeasureGuide, shareObjectives, writeEvaluation } from './contract/measure.ts'
import { addObjective, adoptObjectives, readObjectivesGuide } from './contract/objectives.ts'
import { planTreatments, publishPlan, readPlanGuide } from './contract/plan.ts'
import { adoptPolicy, readPolicyGuide, writePolicy } from './contract/policy.ts'
import { adoptScope, readScopeGuide, writeScope } from './contract/scope.ts'
import { planLines, readStatementGuide } from './contract/statement.ts'
import { decideTreatment, readTreatmentGuide, treatTogether } from './contract/treatment.ts'
import { compareAll, comparisonGuide } from './service/comparison.ts'
import { consentGuide, give } from './service/consent.ts'
import { contextGuide, determineClimate, nameIssue } from './service/context.ts'
import { decide, together } from './service/deciding.ts'
import { documentGuide, documentsGuide } from './service/documents.ts'
import { adoptOne, writeMany, writeOne } from './service/documents-write.ts'
import { evaluate, measureGuide, share, takeReading } from './service/measure.ts'
import { adoptGoals, nameObjective, objectivesGuide } from './service/objectives.ts'
import { planGuide, planWorkOf, publish } from './service/plan.ts'
import { adopt, policyGuide, write } from './service/policy.ts'
import { adoptDraft, scopeGuide, writeDraft } from './service/scope.ts'
import { planWork, statementGuide } from './service/statement.ts'
import { treatmentGuide } from './service/treatment.ts'

export const routes: readonly Route[] = [
  bind(readStatementGuide, (ctx, { query }) => statementGuide(ctx, query)),
  bind(planLines, (ctx, { body }, { words }) => planWork(ctx, body, words)),
  bind(readPolicyGuide, (ctx, { query }, { account }) => policyGuide(ctx, query, account.id)),
  bind(writePolicy, (ctx, { body }, { account, words, language }) =>
    write(ctx, body, { words, language, account: account.id }),
  ),
  bind(adoptPolicy, (ctx, { body }) => adopt(ctx, body)),
  bind(readScopeGuide, (ctx, { query }, voice) => scopeGuide(ctx, query, voice)),
  bind(writeScope, (ctx, { body }, voice) => writeDraft(ctx, body, voice)),
  bind(adoptScope, (ctx, { body }) => adoptDraft(ctx, body)),
  bind(readContextGuide, (ctx, { query }) => contextGuide(ctx, query)),
  bind(addIssue, (ctx, { body }) => nameIssue(ctx, body)),
  bind(writeClimate, (ctx, { body }, { words }) => determineClimate(ctx, body, words)),
  bind(readTreatmentGuide, (ctx, { query }) => treatmentGuide(ctx, query)),
  bind(decideTreatment, (ctx, { body }, { words }) => decide(ctx, body, words)),
  bind(treatTogether, (ctx, { body }, { words }) => together(ctx, body, words)),
  bind(readComparisonGuide, (ctx, { query }) => comparisonGuide(ctx, query)),
  bind(makeComparison, (ctx, { body }, { words }) => compareAll(ctx, body, words)),
  bind(readPlanGuide, (ctx, { query }) => planGuide(ctx, query)),
  bind(planTreatments, (ctx, { body }, { words }) => planWorkOf(ctx, body, words)),
  bind(publishPlan, (ctx, { body }, { words }) => publish(ctx, body, words)),
  bind(readConsentGuide, (ctx, { query }) => consentGuide(ctx, query)),
  bind(giveConsent, (ctx, { body }) => give(ctx, body)),
  bind(readDocumentsGuide, (ctx, { query }, { language }) => documentsGuide(ctx, query, language)),
  bind(readDocumentGuide, (ctx, { params, query }, { language }) => documentGuide(ctx, params.key, query, language)),
  bind(writeDocuments, (ctx, { body }, { language, services }) =>
    writeMany(ctx, body, { language, words: services.wordsIn }),
  ),
  bind(writeDocument, (ctx, { params, body }, { language, services }) =>
    writeOne(ctx, { key: params.key, asked: body }, { language, words: services.wordsIn }),
  ),
  bind(adoptDocument, (ctx, { params, body }) => adoptOne(ctx, { key: params.key, ...body })),
  bind(readObjectivesGuide, (ctx, { query }) => objectivesGuide(ctx, query)),
  bind(addObjective, (ctx, { body }, { words }) => nameObjective(ctx, body, words)),
  bind(adoptObjectives, (ctx, { body }) => adoptGoals(ctx, body)),
  bind(readMeasureGuide, (ctx, { query }) => measureGuide(ctx, query)),
  bind(addReading, (ctx, { body }, { words }) => takeReading(ctx, body, words)),
  bind(writeEvaluation, (ctx, { body }, { words }) => evaluate(ctx, body, words)),
  bind(shareObjectives, (ctx, { body }) => share(ctx, body)),
]
