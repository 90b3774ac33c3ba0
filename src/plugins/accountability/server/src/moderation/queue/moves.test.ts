import { example } from '../../workflow/example-workflow.test-support';
import { approvalOf, keyProblems, queueMoves } from './moves';

describe('moves of the queue', () => {
  it('are those of the workflow, with who may make them and by which key', () => {
    const moves = queueMoves(example, { finish: 'f' }, { may: (permission) => permission.endsWith('.drop') });
    expect(moves).toMatchObject([
      { transition: 'finish', from: ['open'], to: 'done', reason: null, permitted: false, key: 'f' },
      { transition: 'reopen', from: ['done', 'dropped'], reason: 'required', permitted: false, key: null },
      { transition: 'drop', from: ['open', 'done', 'dropped'], reason: 'optional', permitted: true },
      { transition: 'note', to: null, permitted: false },
    ]);
  });

  it('know the one that approves without asking', () => {
    expect(approvalOf(example, 'dropped')?.name).toBe('drop');
    // It requires a field, or a reason.
    expect(approvalOf(example, 'done')).toBeUndefined();
    expect(approvalOf(example, 'open')).toBeUndefined();
  });
});

describe('keys of moves', () => {
  it('may be the same where the states differ', () => {
    const [finish, reopen] = example.transitions;
    const apart = { ...example, transitions: [finish!, reopen!] };
    expect(keyProblems(apart, { finish: 'u', reopen: 'u' })).toEqual([]);
    expect(keyProblems(example, {})).toEqual([]);
  });

  it.each([
    [{ fly: 'f' }, /no transition "fly"/],
    [{ finish: 'j' }, /"j" of "finish" is taken/],
    [{ finish: 'd', drop: 'd' }, /from "open" the key "d" makes "drop"/],
  ])('%j are refused', (keys, message) => {
    expect(keyProblems(example, keys as Record<string, string>).join('\n')).toMatch(message);
  });
});
