import { example } from '../../workflow/example-workflow.test-support';
import type { ExistingState } from './existing-states';
import type { ImportedState } from './import-document';
import { newStates } from './new-states';

const recorded = (state: string, day: string | null = null): ImportedState => ({
  workflow: 'work',
  state,
  asOf: day === null ? null : { date: day, precision: 'day' },
  reason: null,
  copied: null,
});
const copied = (state: string, version: number): ImportedState => ({
  ...recorded(state),
  copied: { transition: 'finish', fromState: 'open', version, at: new Date(0) },
});
const present = (...history: [string, string | null][]): ExistingState => ({
  state: history.at(-1)?.[0] ?? 'open',
  version: history.length,
  history: history.map(([toState, asOf], index) => ({ toState, asOf, version: index + 1 })),
});
const outcome = (wanted: readonly ImportedState[], existing: ExistingState | null = null) => {
  const { states, problems } = newStates(example, wanted, existing);
  return [states.map(({ state, asOf }) => [state, asOf?.date ?? null]), problems.map(({ code }) => code)];
};

describe('states of a source', () => {
  it('that is the initial one is not recorded', () => expect(outcome([recorded('open')])).toEqual([[], []]));

  it('is recorded where the document is in another one', () => {
    expect(outcome([recorded('done')])).toEqual([[['done', null]], []]);
    expect(outcome([recorded('done')], present(['done', null]))).toEqual([[], []]);
    expect(outcome([recorded('open')], present(['done', null]))).toEqual([[['open', null]], []]);
  });

  it('go in order of their days, the present one last', () => {
    const wanted = [recorded('done'), recorded('done', '2024-02-01'), recorded('dropped', '2023-08-01')];
    expect(outcome(wanted)[0]).toEqual([
      ['dropped', '2023-08-01'],
      ['done', '2024-02-01'],
      ['done', null],
    ]);
  });

  it('are recorded once', () => {
    const existing = present(['dropped', '2023-08-01'], ['done', '2024-02-01']);
    expect(outcome([recorded('dropped', '2023-08-01'), recorded('done', '2024-02-01')], existing)).toEqual([
      [],
      [],
    ]);
    expect(outcome([recorded('open', '2024-08-01')], existing)).toEqual([[['open', '2024-08-01']], []]);
  });

  it('that several rows give for the same day are one', () => {
    const wanted = [recorded('dropped', '2023-08-01'), recorded('done', '2024-02-01')];
    expect(outcome([...wanted, ...wanted])).toEqual(outcome(wanted));
  });

  it('do not go before what is known', () =>
    expect(outcome([recorded('done', '2022-01-01')], present(['dropped', '2023-08-01']))[1]).toEqual([
      'state-older-than-known',
    ]));

  it('that nobody declared are refused', () =>
    expect(outcome([recorded('lost')])[1]).toEqual(['state-unknown']));
});

describe('a copied history', () => {
  it('goes on where the one here ends', () => {
    const history = [copied('done', 2), copied('dropped', 1), copied('open', 3)];
    expect(outcome(history)[0]).toEqual([
      ['dropped', null],
      ['done', null],
      ['open', null],
    ]);
    expect(outcome(history, present(['dropped', null], ['done', null]))).toEqual([[['open', null]], []]);
  });

  it('is refused where entries are missing or differ', () => {
    expect(outcome([copied('done', 2)])[1]).toEqual(['history-gap']);
    expect(outcome([copied('done', 1)], present(['dropped', null]))[1]).toEqual(['history-differs']);
  });
});
