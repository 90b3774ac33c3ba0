import { example } from './example-workflow.test-support';
import { guardFailures, hasValue, missingFor } from './requirements';
import { allRelatedIn, endDatePassed, hasField, hasPublishedVersion } from './shipped-guards';
import type { GuardContext, TransitionDeclaration } from './definition';

const words = { ka: 'ა', en: 'a' };
const facts: GuardContext = {
  document: {},
  languages: {},
  fields: {},
  published: false,
  relatedStates: {},
  today: '2026-11-24',
};
const hasResult = hasField('hasResult', 'result', words);
const guards = new Map([[hasResult.name, hasResult]]);
const [finish, reopen] = example.transitions as [TransitionDeclaration, TransitionDeclaration];

describe('missingFor', () => {
  it('reports everything that is missing at once', () => {
    expect(missingFor({ ...finish, reason: 'required' }, facts, null, guards)).toEqual([
      { code: 'REASON_REQUIRED', path: ['reason'] },
      { code: 'FIELD_REQUIRED', path: ['fields', 'result'] },
      { code: 'GUARD_FAILED', path: [], guard: 'hasResult' },
    ]);
  });

  it('takes a value that is there already, in any language, or given with the move', () => {
    const there = [
      { document: { result: 'x' } },
      { languages: { en: { result: 'x' } } },
      { fields: { result: 'x' } },
      { fields: { result: { ka: '', en: 'x' } } },
    ];
    for (const more of there) expect(missingFor(finish, { ...facts, ...more }, null, guards)).toEqual([]);
  });

  it.each(['', '  ', null])('takes %j for no reason', (reason) => {
    expect(missingFor(reopen, facts, reason, guards)).toEqual([
      { code: 'REASON_REQUIRED', path: ['reason'] },
    ]);
  });

  it('prefers the submitted value to the stored one: emptying is no value', () => {
    expect(hasValue({ ...facts, document: { result: 'x' }, fields: { result: null } }, 'result')).toBe(false);
  });

  it('does not let a move through a guard nobody has declared', () => {
    expect(guardFailures(finish, facts, new Map())).toMatchObject([{ guard: 'hasResult' }]);
  });
});

describe('shipped guards', () => {
  it('hasPublishedVersion', () => {
    expect([false, true].map((published) => hasPublishedVersion.holds({ ...facts, published }))).toEqual([
      false,
      true,
    ]);
  });

  it.each([
    ['2026-10-01', 'month', true],
    ['2026-11-01', 'month', false],
    ['2026-11-23', 'day', true],
    ['2026-11-24', 'day', false],
    ['2026-01-01', 'year', false],
  ])('endDatePassed: %s at %s is %s', (endDate, endPrecision, holds) => {
    const document = { timeframe: { endDate, endPrecision } };
    expect(endDatePassed('timeframe').holds({ ...facts, document })).toBe(holds);
  });

  it('endDatePassed is false without an end', () => {
    expect(endDatePassed('timeframe').holds(facts)).toBe(false);
  });

  it('allRelatedIn', () => {
    const guard = allRelatedIn('all', 'parts', 'status', ['done'], words);
    const holds = (states: string[]) => guard.holds({ ...facts, relatedStates: { parts: states } });
    expect([holds(['done', 'done']), holds(['done', 'open']), holds([])]).toEqual([true, false, true]);
  });
});
