import { columnWords, knownCode, withWord } from './column-words';

const done = { code: 'completed', label: 'Done', words: ['Done', 'დასრულდა'] };
const open = { code: 'in-progress', label: 'Under way', words: ['Under way'] };
const CODES = [done, open];

describe('the words of a column', () => {
  it('are known by code and by what a code is called, whatever the letter case', () => {
    expect(knownCode(CODES, ' DONE ')).toBe(done);
    expect(knownCode(CODES, 'in-progress')).toBe(open);
    expect(knownCode(CODES, 'finished')).toBeNull();
  });

  it('are those of the file and those that have a code, each once', () => {
    const column = {
      texts: ['Done', 'Up and running'],
      values: { 'UP AND RUNNING': 'in-progress', Gone: 'completed' },
    };
    expect(columnWords(column, CODES)).toEqual([
      { word: 'Done', chosen: '', known: done },
      { word: 'Up and running', chosen: 'in-progress', known: null },
      { word: 'Gone', chosen: 'completed', known: null },
    ]);
  });

  it('get a code, another one, and none', () => {
    const first = withWord({}, 'Gone', 'completed');
    expect(first).toEqual({ Gone: 'completed' });
    expect(withWord(first, 'gone', 'in-progress')).toEqual({ gone: 'in-progress' });
    expect(withWord(first, 'GONE', '')).toEqual({});
  });
});
