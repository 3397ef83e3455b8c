import type { RecordId } from '../../../../kernel/register.ts'
import { control } from '../../../controls/register.ts'
import { acknowledgement } from '../../../documents/registers/acknowledgement.ts'
import type { Builder } from '../builder.ts'
import { addDocument } from './documents.ts'
import type { People } from './people.ts'
import type { Scheme } from './scheme.ts'
import type { Soa } from './statement.ts'

export interface Topics {
  /** For everybody, for owners of risks, and for the officer alone. */
  readonly topicPolicies: readonly RecordId[]
  readonly topicVersions: readonly RecordId[]
  /** Receipts of the policy that is for everybody, in the order of the people. */
  readonly topicReceipts: readonly RecordId[]
  /** The documents by number of the control that needs them. */
  readonly procedures: ReadonlyMap<string, RecordId>
  readonly procedureVersions: ReadonlyMap<string, RecordId>
}

const POLICIES = [
  ['Omgaan met informatie en middelen', ['5.10', '5.14', '7.7'], 'everyone'],
  ['Toegang', ['5.15', '5.16', '5.17', '5.18'], 'owners'],
  ['Leveranciers en cloud', ['5.19', '5.20', '5.23'], 'officer'],
] as const

/** Controls for which the organisation itself says that the work needs a procedure. */
const PROCEDURES = [
  ['5.11', 'Uit dienst: wat iemand inlevert'],
  ['5.18', 'Toegang geven, wijzigen en intrekken'],
  ['8.13', 'Back-ups maken en terugzetten'],
  ['8.32', 'Wijzigingen doorvoeren'],
] as const

type Policies = Pick<Topics, 'topicPolicies' | 'topicVersions' | 'topicReceipts'>

function addPolicies(build: Builder, org: People, scheme: Scheme): Policies {
  const readers = { everyone: org.people, owners: [...new Set(org.owners)], officer: [org.officer] }
  const made = POLICIES.map(([title, topicControls, who], index) => {
    const isAll = who === 'everyone'
    const { document, version } = addDocument(build, scheme, {
      title,
      type: 'topic_policy',
      owner: org.officer,
      approver: org.approver,
      key: `document.topic.${index + 1}`,
      also: {
        topicControls,
        audience: { everyone: isAll, units: [], roles: [], people: isAll ? [] : readers[who] },
      },
    })
    const receipts = readers[who].map((reader) =>
      build.add(acknowledgement, {
        person: reader,
        documentVersion: version,
        acknowledgedAt: scheme.after({ days: 44 }),
        channel: 'waarborg',
      }),
    )
    return { document, version, receipts }
  })
  return {
    topicPolicies: made.map(({ document }) => document),
    topicVersions: made.map(({ version }) => version),
    topicReceipts: made[0]?.receipts ?? [],
  }
}

function addProcedures(
  build: Builder,
  org: People & Soa,
  scheme: Scheme,
): Pick<Topics, 'procedures' | 'procedureVersions'> {
  const procedures = new Map<string, RecordId>()
  const procedureVersions = new Map<string, RecordId>()
  for (const [number, title] of PROCEDURES) {
    const { document, version } = addDocument(build, scheme, {
      title,
      type: 'procedure',
      owner: org.officer,
      approver: org.approver,
      key: `document.procedure.${number}`,
    })
    procedures.set(number, document)
    procedureVersions.set(number, version)
    const of = org.controls.get(number)
    if (of !== undefined) build.set(control, of, { needsProcedure: true, procedure: document })
  }
  return { procedures, procedureVersions }
}

/** The rules by topic, read by those whom they are for, and the procedures where work needs one. */
export function addTopics(build: Builder, org: People & Soa, scheme: Scheme): Topics {
  return { ...addPolicies(build, org, scheme), ...addProcedures(build, org, scheme) }
}
