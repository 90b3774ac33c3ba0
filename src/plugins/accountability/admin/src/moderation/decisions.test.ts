import { asDocument, moveByKey, movesFrom, movesOfMany, stateOf } from './decisions';
import type { QueueMove } from '../../../shared/moderation-contract';

const words = (en: string) => ({ en, ka: `${en} (ka)` });
const move = (transition: string, from: string, to: string, key: string, permitted = true): QueueMove => ({
  transition,
  labels: words(transition),
  from: [from],
  to,
  reason: transition === 'drop' ? 'required' : null,
  permitted,
  key,
});
const setup = {
  workflow: 'review',
  states: [
    { code: 'new', labels: words('New'), colour: '#111111' },
    { code: 'shown', labels: words('Shown'), colour: '#222222' },
    { code: 'gone', labels: words('Gone'), colour: '#333333' },
  ],
  moves: [
    move('show', 'new', 'shown', 'a'),
    move('drop', 'new', 'gone', 'r'),
    move('take-back', 'shown', 'new', 'u'),
    move('hide', 'shown', 'gone', 'h'),
    move('burn', 'gone', 'gone', 'b', false),
  ],
};
const comment = (documentId: string, state: string) => ({ documentId, state, version: 3 });
const names = (moves: readonly QueueMove[]) => moves.map(({ transition }) => transition);

describe('decisions on comments', () => {
  it('are the permitted moves of the state', () => {
    expect(names(movesFrom(setup, 'new'))).toEqual(['show', 'drop']);
    expect(names(movesFrom(setup, 'gone'))).toEqual([]);
    expect(names(movesFrom(setup, 'unheard-of'))).toEqual([]);
  });

  it('by key are those of the comment at hand', () => {
    const current = comment('one', 'new');
    expect(moveByKey(setup, 'a', current, null)).toMatchObject({
      comment: { documentId: 'one' },
      move: { transition: 'show' },
    });
    expect(moveByKey(setup, 'b', comment('one', 'gone'), null)).toBeNull();
    expect(moveByKey(setup, 'a', null, null)).toBeNull();
  });

  it('take the last decision back, and do nothing else with it', () => {
    const current = comment('two', 'new');
    const last = { comment: comment('one', 'shown'), from: 'new' };
    expect(moveByKey(setup, 'u', current, last)).toMatchObject({
      comment: { documentId: 'one' },
      move: { transition: 'take-back' },
    });
    expect(moveByKey(setup, 'h', current, last)).toBeNull();
    expect(moveByKey(setup, 'u', comment('three', 'shown'), last)).toMatchObject({
      comment: { documentId: 'three' },
    });
  });

  it('on many are those of any of them, each once', () => {
    const chosen = [comment('one', 'new'), comment('two', 'new'), comment('three', 'shown')];
    expect(names(movesOfMany(setup, chosen))).toEqual(['show', 'drop', 'take-back', 'hide']);
    expect(movesOfMany(setup, [])).toEqual([]);
  });

  it('go to the dialogs with the version that was seen', () => {
    const document = asDocument(setup, comment('one', 'new'));
    expect(document).toMatchObject({
      workflow: 'review',
      version: 3,
      state: { code: 'new', declared: true },
    });
    expect(document.moves).toMatchObject([
      { transition: 'show', to: { code: 'shown' }, reason: null },
      { transition: 'drop', to: { code: 'gone' }, reason: 'required' },
    ]);
  });

  it('name a state no release knows by its code', () => {
    expect(stateOf(setup, 'lost')).toMatchObject({ code: 'lost', labels: { en: 'lost' }, declared: false });
  });
});
