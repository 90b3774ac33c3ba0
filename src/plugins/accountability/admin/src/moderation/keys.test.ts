import { commandOf, isTyping, type Press } from './keys';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});
const MOVES = ['a', 'r', 'u'];

describe('the keys of the queue', () => {
  it.each([
    ['j', 'next'],
    ['ArrowDown', 'next'],
    ['k', 'previous'],
    ['ArrowUp', 'previous'],
    ['x', 'choose'],
    ['e', 'answer'],
    ['?', 'help'],
  ])('%s: %s', (key, kind) => {
    expect(commandOf(press(key), MOVES)).toEqual({ kind });
  });

  it('make the moves that are declared, and no others', () => {
    expect(commandOf(press('a'), MOVES)).toEqual({ kind: 'move', key: 'a' });
    expect(commandOf(press('A'), MOVES)).toEqual({ kind: 'move', key: 'a' });
    expect(commandOf(press('h'), MOVES)).toBeNull();
    expect(commandOf(press('Enter', { code: 'Enter' }), MOVES)).toBeNull();
  });

  it('are found by their place where the keyboard writes Georgian', () => {
    expect(commandOf(press('ა', { code: 'KeyA' }), MOVES)).toEqual({ kind: 'move', key: 'a' });
    expect(commandOf(press('ჯ', { code: 'KeyJ' }), MOVES)).toEqual({ kind: 'next' });
  });

  it('go by what a Latin keyboard writes, not by the place', () => {
    expect(commandOf(press('a', { code: 'KeyQ' }), MOVES)).toEqual({ kind: 'move', key: 'a' });
  });

  it.each(['ctrlKey', 'altKey', 'metaKey'])('leave what is pressed with %s to the browser', (name) => {
    expect(commandOf(press('a', { [name]: true }), MOVES)).toBeNull();
  });

  it('are letters while somebody types', () => {
    const inside = (found: unknown) => ({ closest: () => found });
    expect(isTyping(inside({}))).toBe(true);
    expect(isTyping(inside(null))).toBe(false);
    expect(isTyping(null)).toBe(false);
  });
});
