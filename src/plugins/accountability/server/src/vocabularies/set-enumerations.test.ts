import { parseVocabulariesConfig } from './config';
import type { VocabularyDeclaration } from './declaration';
import { setCodes } from './set-enumerations';
import { storedCodesError } from './stored-codes';

const NOTE = 'api::note.note';
const vocabulary: VocabularyDeclaration = {
  name: 'GRADES',
  codes: ['good', 'bad'],
  attributes: [{ model: NOTE, attribute: 'grade' }],
  remedy: 'set GRADES',
};

const problemsOf = (change: object): string => {
  try {
    parseVocabulariesConfig({ vocabularies: [{ ...vocabulary, ...change }] });
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a declared vocabulary', () => {
  it('needs nothing else', () => {
    expect(parseVocabulariesConfig({})).toEqual([]);
    expect(problemsOf({ renamed: { fine: 'good', poor: 'bad' } })).toBe('');
  });

  it.each([
    [{ codes: [] }, 'codes'],
    [{ codes: ['good', 'good'] }, 'a code twice'],
    [{ attributes: [] }, 'attributes'],
    [{ renamed: { bad: 'good' } }, 'renamed.bad: is a code of the vocabulary'],
    [{ renamed: { fine: 'best' } }, '"best", which is no code'],
    [{ renamed: { fine: 'good', nice: 'good' } }, 'two codes become one'],
    [{ remedy: '' }, 'remedy'],
  ])('%j is refused', (change, problem) => {
    expect(problemsOf(change)).toContain(problem);
  });

  const models = () => ({
    [NOTE]: {
      attributes: {
        grade: { type: 'enumeration', enum: ['one', 'two'] },
        kept: { type: 'enumeration', enum: ['one', 'two'], default: 'one' },
        title: { type: 'string' },
      },
    },
    'shared.mark': { attributes: { grade: { type: 'enumeration', enum: ['one'] } } },
  });

  it('gives its codes to the enumerations it names and to no other', () => {
    const types = models();
    const attributes = [...vocabulary.attributes, { model: 'shared.mark', attribute: 'grade' }];
    const problems = setCodes(
      { ...vocabulary, attributes },
      (uid) => types[uid as typeof NOTE],
      (uid) => uid === 'shared.mark',
    );
    expect(problems).toEqual([]);
    expect(types[NOTE].attributes.grade.enum).toEqual(['good', 'bad']);
    expect(types['shared.mark'].attributes.grade.enum).toEqual(['good', 'bad']);
    expect(types[NOTE].attributes.kept.enum).toEqual(['one', 'two']);
  });

  it.each([
    [{ model: 'api::none.none', attribute: 'grade' }, 'no such content type'],
    [{ model: NOTE, attribute: 'none' }, 'is no enumeration'],
    [{ model: NOTE, attribute: 'title' }, 'is no enumeration'],
    [{ model: NOTE, attribute: 'kept' }, 'has the default "one"'],
    [{ model: 'shared.mark', attribute: 'grade' }, 'is of a component'],
  ])('that names %j says what to correct', (attribute, problem) => {
    const types = models();
    const before = structuredClone(types);
    const problems = setCodes(
      { ...vocabulary, attributes: [attribute], renamed: { fine: 'good' } },
      (uid) => types[uid as typeof NOTE],
      (uid) => uid === 'shared.mark',
    );
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(types).toEqual(before);
  });

  it('reports in one line which values a database has beside its codes', () => {
    const error = storedCodesError(vocabulary, [
      { model: NOTE, attribute: 'grade', code: 'fine', count: 2 },
      { model: 'api::book.book', attribute: 'grade', code: 'fine', count: 1 },
      { model: NOTE, attribute: 'grade', code: 'poor', count: 1 },
    ]);
    expect(error.message).toBe(
      'GRADES: the database has 4 values that are none of good, bad: ' +
        'fine (2 of api::note.note, 1 of api::book.book), poor (1 of api::note.note); set GRADES',
    );
    expect(error.stack).toBe('');
  });
});
