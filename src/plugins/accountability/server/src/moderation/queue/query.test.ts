import fc from 'fast-check';
import { Refusal } from '../refusal';
import { queueQuery } from './query';

const read = queueQuery(['new', 'shown'], ['ka', 'en']);
const NONE = {
  state: null,
  reported: false,
  subject: null,
  language: null,
  score: null,
  from: null,
  to: null,
  search: null,
  newestFirst: false,
  after: null,
};
const refused = (query: unknown): string => {
  try {
    read(query);
    return 'taken';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return `${error.content.status} ${error.content.code} ${error.content.values?.parameter}`;
  }
};

describe('the parameters of the queue', () => {
  it('are none at first', () => {
    expect(read({})).toEqual(NONE);
  });

  it('are read one by one', () => {
    expect(
      read({
        state: 'shown',
        reported: 'true',
        subject: 'abc1',
        language: 'en',
        score: '60',
        from: '2026-02-28',
        to: '2026-03-01',
        search: '  two \u0000 words ',
        order: 'newest',
        after: '17',
      }),
    ).toEqual({
      state: 'shown',
      reported: true,
      subject: 'abc1',
      language: 'en',
      score: 60,
      from: '2026-02-28',
      to: '2026-03-01',
      search: 'two words',
      newestFirst: true,
      after: 17,
    });
  });

  it('search for nothing where nothing is left of the text', () => {
    expect(read({ search: ' \u0000 ' }).search).toBeNull();
  });

  it.each([
    [{ state: 'gone' }, 'PARAMETER_INVALID state'],
    [{ state: { $ne: 'new' } }, 'PARAMETER_INVALID state'],
    [{ state: ['new'] }, 'PARAMETER_INVALID state'],
    [{ reported: 'yes' }, 'PARAMETER_INVALID reported'],
    [{ subject: "a'b" }, 'PARAMETER_INVALID subject'],
    [{ language: 'fr' }, 'PARAMETER_INVALID language'],
    [{ score: '101' }, 'PARAMETER_INVALID score'],
    [{ score: '-1' }, 'PARAMETER_INVALID score'],
    [{ from: '2026-02-30' }, 'PARAMETER_INVALID from'],
    [{ to: 'yesterday' }, 'PARAMETER_INVALID to'],
    [{ search: 'a'.repeat(201) }, 'PARAMETER_INVALID search'],
    [{ order: 'authorEmail' }, 'PARAMETER_INVALID order'],
    [{ after: '0' }, 'PARAMETER_INVALID after'],
    [{ after: '1e3' }, 'PARAMETER_INVALID after'],
    [{ populate: '*' }, 'PARAMETER_UNKNOWN populate'],
    [{ filters: { authorEmail: 'a' } }, 'PARAMETER_UNKNOWN filters'],
  ])('refuse %j', (query, expected) => {
    expect(refused(query)).toBe(`400 ${expected}`);
  });

  it('are read or refused whatever is sent, and never fail', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(NONE), 'order', 'x'), fc.anything()),
        (query) => expect(refused(query)).toMatch(/^(taken|400 PARAMETER_(UNKNOWN|INVALID) )/),
      ),
    );
  });
});
