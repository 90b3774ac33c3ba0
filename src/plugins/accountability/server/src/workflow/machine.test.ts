import fc from 'fast-check';
import { move, stateOf } from './machine';
import { example } from './example-workflow.test-support';

describe('move', () => {
  it.each([
    ['open', 'finish', 'done'],
    ['done', 'reopen', 'open'],
    ['open', 'drop', 'dropped'],
    ['done', 'drop', 'dropped'],
    ['done', 'note', 'done'],
  ])('from %s by %s leads to %s', (state, transition, to) => {
    expect(move(example, state, transition)).toMatchObject({ allowed: true, to });
  });

  it('names the states from which a closed move is open', () => {
    expect(move(example, 'dropped', 'finish')).toEqual({
      allowed: false,
      refusal: { code: 'CLOSED_FROM_STATE', state: 'dropped', from: ['open'] },
    });
  });

  it('knows no transition that is not declared', () => {
    expect(move(example, 'open', 'constructor')).toMatchObject({ refusal: { code: 'UNKNOWN_TRANSITION' } });
  });

  it('moves nothing out of a state that is not declared, even by a transition from everywhere', () => {
    expect(move(example, 'gone', 'drop')).toEqual({
      allowed: false,
      refusal: { code: 'UNDECLARED_STATE', state: 'gone' },
    });
  });

  it('reaches declared states only, whatever is called in whatever order, and names the reason of each refusal', () => {
    const names = fc.oneof(fc.constantFrom(...example.transitions.map(({ name }) => name)), fc.string());
    fc.assert(
      fc.property(fc.array(names, { maxLength: 60 }), (calls) => {
        let state = example.initial;
        for (const call of calls) {
          const outcome = move(example, state, call);
          if (outcome.allowed) state = outcome.to;
          else expect(outcome.refusal.code).toMatch(/^(UNKNOWN_TRANSITION|CLOSED_FROM_STATE)$/);
          expect(stateOf(example, state)).toBeDefined();
        }
      }),
      { numRuns: 500 },
    );
  });

  it('decides for every pair of state and transition just as the declaration says', () => {
    for (const { code } of example.states) {
      for (const transition of example.transitions) {
        const open = transition.from === '*' || transition.from.includes(code);
        expect(move(example, code, transition.name).allowed).toBe(open);
      }
    }
  });
});
