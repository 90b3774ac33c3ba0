import { askedOfMany, requestFor, stateSeen, type Seen } from './bulk-plan';
import type { DocumentWorkflow, MoveField } from './contract';

const state = { code: 'open', labels: {}, colour: '#000000', declared: true };
const choice = { workflow: 'review', transition: 'close' };
const grade: MoveField = {
  attribute: 'grade',
  type: 'string',
  required: true,
  localized: false,
  value: 'of one document',
};
const result = (languages: string[]): MoveField => ({
  attribute: 'result',
  type: 'text',
  required: true,
  localized: true,
  value: Object.fromEntries(languages.map((language) => [language, `of one document (${language})`])),
});
const workflowAt = (version: number, fields: MoveField[] | null): DocumentWorkflow => ({
  workflow: 'review',
  labels: {},
  state,
  version,
  overdue: null,
  suggestion: null,
  history: [],
  moves: fields
    ? [{ transition: 'close', labels: {}, to: state, open: true, reason: 'required', closed: [], fields }]
    : [],
});
const seen: Seen = new Map([
  ['shut', [workflowAt(7, null)]],
  ['georgian', [workflowAt(1, [grade, result(['ka'])])]],
  ['both', [workflowAt(4, [grade, result(['ka', 'en'])])]],
]);

describe('a move of many documents', () => {
  it('asks what any of them needs, in every language one of them has, and nothing is filled in', () => {
    const { fields, reason } = askedOfMany(seen, choice);
    expect(reason).toBe('required');
    expect(fields).toMatchObject([
      { attribute: 'grade', value: null, required: false },
      { attribute: 'result', value: { ka: null, en: null }, required: false },
    ]);
  });

  it('sends each the version it was seen in and the texts in its own languages', () => {
    const input = { reason: 'Done', fields: { grade: 'A', result: { ka: 'კი', en: 'Yes' } } };
    expect(requestFor('api::x.x', 'georgian', seen, choice, input)).toEqual({
      contentType: 'api::x.x',
      documentId: 'georgian',
      workflow: 'review',
      transition: 'close',
      version: 1,
      reason: 'Done',
      fields: { grade: 'A', result: { ka: 'კი' } },
    });
    expect(requestFor('api::x.x', 'both', seen, choice, input)).toMatchObject({
      version: 4,
      fields: { result: { ka: 'კი', en: 'Yes' } },
    });
  });

  it('leaves what was not answered as it is in the document', () => {
    const input = { reason: '', fields: { grade: null, result: { ka: '', en: null } } };
    const request = requestFor('api::x.x', 'both', seen, choice, input);
    expect(request).not.toHaveProperty('fields');
    expect(request).not.toHaveProperty('reason');
  });

  it('tries a document it is closed for all the same: the server says why', () => {
    const input = { reason: 'Done', fields: { grade: 'A' } };
    expect(requestFor('api::x.x', 'shut', seen, choice, input)).toEqual({
      contentType: 'api::x.x',
      documentId: 'shut',
      ...choice,
      version: 7,
      reason: 'Done',
    });
    expect(stateSeen(seen, 'shut', choice)).toBe(state);
  });
});
