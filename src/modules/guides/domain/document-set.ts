import frame from '../../../../catalogue/starter/documents-frame.json' with { type: 'json' }
import ofOrganisation from '../../../../catalogue/starter/documents-organisation.json' with { type: 'json' }
import ofRules from '../../../../catalogue/starter/documents-rules.json' with { type: 'json' }
import ofSystems from '../../../../catalogue/starter/documents-systems.json' with { type: 'json' }
import type { Isms } from '../../../kernel/isms.ts'
import { once } from '../../../kernel/once.ts'
import type { RecordId } from '../../../kernel/register.ts'
import type { Bilingual } from '../../catalogue/domain/facts.ts'
import { control } from '../../controls/register.ts'
import { documentsServing } from '../../documents/domain.ts'
import { type Document, type DocumentType, document } from '../../documents/registers/document.ts'
import type { Answers } from '../../interviews/domain/chapters.ts'
import { allHold } from '../../interviews/domain/conditions.ts'
import { linesOf } from '../../statements/domain/newest.ts'
import { statementLine } from '../../statements/registers/statement-line.ts'
import { carrierOf, type DocumentFacts, type Duty, filled, timeOf } from './document-facts.ts'
import type { DocumentForm, FormEntry } from './document-form.ts'

interface StarterChoice {
  readonly choice: string
  readonly ask: Bilingual
  readonly why: Bilingual
  readonly usual: string
  readonly options: readonly {
    readonly name: string
    /** Answers of the interview for which this is the usual one. */
    readonly suits?: readonly string[]
    readonly text: Bilingual
  }[]
}

interface StarterRule {
  /** Answers of the interview without which the rule is left out; an open one leaves it in. */
  readonly when?: readonly string[]
  readonly text: Bilingual
}

/** A document that most need some form of, as `catalogue/starter/documents-*.json` writes it. */
export interface StarterDocument {
  readonly key: string
  readonly type: DocumentType
  readonly serves?: readonly DocumentType[]
  readonly docCode?: Document['docCode']
  readonly title: Bilingual
  readonly about: Bilingual
  /** Numbers in Annex A, the one that it is most about first; none where a clause asks for it. */
  readonly controls: readonly string[]
  /** Those of them for which it is the procedure. */
  readonly procedureFor?: readonly string[]
  readonly owner: Duty
  readonly audience: 'everyone' | readonly Duty[]
  /** How often it is looked at. */
  readonly months: number
  readonly when: readonly string[]
  readonly parts: readonly { readonly title: Bilingual; readonly rules: readonly (StarterRule | StarterChoice)[] }[]
}

interface DocumentFile {
  readonly documents: readonly StarterDocument[]
}

function asDocuments(file: unknown): DocumentFile {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse edge of the starter set, proven by its test
  return file as DocumentFile
}

/** In the order in which somebody can best take them on: what everybody does first. */
export function starterDocuments(): readonly StarterDocument[] {
  return [ofRules, ofSystems, ofOrganisation].flatMap((file) => asDocuments(file).documents)
}

export function starterDocument(key: string): StarterDocument | null {
  return starterDocuments().find((one) => one.key === key) ?? null
}

/** The document as a form about this organisation. */
export function formOf(starter: StarterDocument, facts: DocumentFacts, answers: Answers): DocumentForm {
  const entry = (rule: StarterRule | StarterChoice): readonly FormEntry[] => {
    if ('choice' in rule) return [choiceOf(rule, facts, answers)]
    return allHold(rule.when ?? [], answers) === false ? [] : [{ kind: 'rule', text: filled(rule.text, facts) }]
  }
  const closing = { owner: carrierOf(starter.owner, facts), review: timeOf('months', starter.months) }
  return {
    about: filled(starter.about, facts),
    parts: starter.parts.map(({ title, rules }) => ({ title, entries: rules.flatMap(entry) })),
    closing: { title: frame.closing.title, text: filled(frame.closing.text, facts, closing) },
  }
}

function choiceOf(
  { choice, ask, why, usual, options }: StarterChoice,
  facts: DocumentFacts,
  answers: Answers,
): FormEntry {
  const suiting = options.find(({ suits }) => suits !== undefined && allHold(suits, answers) === true)
  return {
    kind: 'choice',
    name: choice,
    ask: filled(ask, facts),
    why: filled(why, facts),
    usual: suiting?.name ?? usual,
    options: options.map(({ name, text }) => ({ name, text: filled(text, facts) })),
  }
}

/** Whether the organisation needs a document, and what says that it does not. */
export type Need =
  | { readonly is: 'yes' }
  /** A question of the interview decides it, and that is open. */
  | { readonly is: 'open' }
  | { readonly is: 'no'; readonly why: 'answers' | 'controls' | 'retired' }

/** Numbers in Annex A of what the statement leaves out. */
export const leftOut: (isms: Isms) => ReadonlySet<string> = once(
  [statementLine, control],
  (isms) =>
    new Set(
      linesOf(isms).flatMap(({ line, control: { annexA } }) =>
        line.included === false && annexA !== null ? [annexA] : [],
      ),
    ),
)

/** Whether this organisation needs the paper, by its answers and by the controls that its statement includes, and why not. */
export function needOf({ when, controls }: StarterDocument, answers: Answers, out: ReadonlySet<string>): Need {
  const truth = allHold(when, answers)
  if (truth === false) return { is: 'no', why: 'answers' }
  if (controls.length > 0 && controls.every((number) => out.has(number))) return { is: 'no', why: 'controls' }
  return { is: truth === null ? 'open' : 'yes' }
}

/** Papers of these types are told apart by what they are about; of the others one is enough. */
const BY_TOPIC: readonly (DocumentType | null)[] = ['topic_policy', 'procedure']

/**
 * The organisation's document that does this work: the one that was made here, the procedure that its control names, or one of
 * the same kind that was there before.
 */
export function paperFor(isms: Isms, starter: StarterDocument, id: RecordId): Document | null {
  const own = isms.find(document, id)
  if (own !== null) return own
  const [lead] = starter.controls
  if (!BY_TOPIC.includes(starter.type)) return documentsServing(isms, starter.type).at(-1) ?? null
  const named = isms
    .all(control)
    .filter(({ annexA }) => annexA !== null && (starter.procedureFor ?? []).includes(annexA))
    .map(({ procedure }) => isms.find(document, procedure))
    .find((one) => one?.state === 'active')
  const alike = isms
    .all(document)
    .findLast(
      ({ state, type, topicControls }) =>
        state === 'active' && BY_TOPIC.includes(type) && lead !== undefined && topicControls.includes(lead),
    )
  return named ?? alike ?? null
}
