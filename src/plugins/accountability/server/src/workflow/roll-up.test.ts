import fc from 'fast-check';
import { example } from './example-workflow.test-support';
import { suggestRollUp } from './roll-up';

const suggest = (states: string[]) => suggestRollUp(example, example, states);

describe('suggestRollUp', () => {
  it.each([
    [['open', 'done'], 'open', 50],
    [['done', 'done', 'open'], 'open', 66],
    [['done', 'dropped'], 'done', 100],
    [['open'], 'open', 0],
  ])('%j suggests %s and %i %%', (states, state, progress) => {
    expect(suggest(states)).toMatchObject({ state, progress, parts: states.length });
  });

  it('claims no progress where nothing is known', () => {
    expect(suggest([])).toEqual({ state: null, progress: null, parts: 0, counted: 0 });
    expect(suggest(['dropped'])).toMatchObject({ state: 'done', progress: null, parts: 1, counted: 0 });
    expect(suggest(['gone'])).toMatchObject({ state: null, progress: null });
  });

  it('stays between 0 and 100, and is 100 only when all that counts is done', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('open', 'done', 'dropped', 'gone')), (states) => {
        const { progress } = suggest(states);
        if (progress === null) return;
        expect(progress).toBeGreaterThanOrEqual(0);
        expect(progress === 100).toBe(!states.includes('open'));
      }),
    );
  });
});
