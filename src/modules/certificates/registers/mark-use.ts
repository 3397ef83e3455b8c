import {
  boolean,
  choice,
  date,
  link,
  links,
  longText,
  type RecordOf,
  register,
  simpleMachine,
  text,
} from '../../../kernel/register.ts'

/** One place where the certificate or the mark of the body is shown (ISO/IEC 17021-1:2015, 8.3). */
export const markUse = register('mark_use', {
  code: 'MU',
  group: 'certify',
  fields: {
    title: text().required(),
    certificate: link('certificate').required(),
    kind: choice(['website', 'stationery', 'offer', 'advertisement', 'social_media', 'vehicle', 'product', 'other']),
    place: text({ max: 2000 }),
    wording: longText(),
    owner: link('person'),
    fromDate: date(),
    untilDate: date(),
    /** Said by whoever looked, beside the body's rules for its mark. */
    withinRules: boolean(),
    checkedBy: link('person'),
    checkedAt: date(),
    evidence: links('evidence'),
  },
  states: simpleMachine,
  list: ['number', 'title', 'kind', 'place', 'owner', 'withinRules', 'checkedAt', 'state'],
  owner: 'owner',
  parent: 'certificate',
})
export type MarkUse = RecordOf<typeof markUse>
