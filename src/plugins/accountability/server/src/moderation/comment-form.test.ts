import fc from 'fast-check';
import { commentForm } from './comment-form';
import { Refusal, refusalBody } from './refusal';

const read = commentForm({ languages: ['ka', 'en'], honeypot: 'website' });
const GOOD = { authorName: 'ნინო', authorEmail: 'Nino@Example.org', body: 'კარგი საქმეა.' };
const parse = (data: unknown) => read({ data }, 'ka');

/** Validation errors: `field code`, as sorted lists. */
function refused(body: unknown): string[] {
  try {
    read(body, 'ka');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.content.status).toBe(400);
    return error.content.failures!.map(({ path, code }) => `${path.join('.')} ${code}`).sort();
  }
  return [];
}

describe('the form of a comment', () => {
  it('gives what was written, clean, in the language of the request where it names none', () => {
    expect(parse({ ...GOOD, authorName: ' ნინო\n ბ. ', body: 'a\r\nb c' })).toEqual({
      authorName: 'ნინო ბ.',
      authorEmail: 'nino@example.org',
      body: 'a\nb c',
      parent: null,
      locale: 'ka',
      wantsNotice: false,
      altcha: null,
      trapped: false,
    });
    expect(parse({ ...GOOD, locale: 'en', wantsNotice: true, parent: 'abc123' })).toMatchObject({
      locale: 'en',
      wantsNotice: true,
      parent: 'abc123',
    });
  });

  it.each<[object, string[]]>([
    [{}, ['authorEmail REQUIRED', 'authorName REQUIRED', 'body REQUIRED']],
    [{ ...GOOD, authorName: 'x' }, ['authorName TOO_SHORT']],
    [{ ...GOOD, authorName: ' \n ' }, ['authorName REQUIRED']],
    [{ ...GOOD, authorName: 'ა'.repeat(81) }, ['authorName TOO_LONG']],
    [{ ...GOOD, authorName: ['a', 'b'] }, ['authorName NOT_TEXT']],
    [{ ...GOOD, authorEmail: 'nobody' }, ['authorEmail EMAIL_INVALID']],
    [{ ...GOOD, authorEmail: `${'a'.repeat(250)}@b.ge` }, ['authorEmail TOO_LONG']],
    [{ ...GOOD, body: 'ab' }, ['body TOO_SHORT']],
    [{ ...GOOD, body: '\u0301'.repeat(10) }, ['body TOO_SHORT']],
    [{ ...GOOD, body: 'ა'.repeat(4001) }, ['body TOO_LONG']],
    [{ ...GOOD, body: null }, ['body REQUIRED']],
    [{ ...GOOD, locale: 'fr' }, ['locale LOCALE_UNKNOWN']],
    [{ ...GOOD, parent: "' OR 1=1" }, ['parent PARENT_UNKNOWN']],
    [{ ...GOOD, wantsNotice: 'yes' }, ['wantsNotice NOT_YES_OR_NO']],
    [{ ...GOOD, altcha: 7 }, ['altcha CHALLENGE_INVALID']],
    [{ ...GOOD, moderationStatus: 'approved' }, ['moderationStatus FIELD_UNKNOWN']],
  ])('refuses %j', (data, expected) => {
    expect(refused({ data })).toEqual(expected);
  });

  it.each([undefined, null, 7, 'text', [], {}, { data: null }, { data: [] }, { data: 'x' }])(
    'needs data: %j has none',
    (body) => {
      expect(refused(body)).toEqual(['data DATA_MISSING']);
    },
  );

  it('takes 4,000 characters of any script, also those of two units', () => {
    expect(refused({ data: { ...GOOD, body: '😀'.repeat(4000) } })).toEqual([]);
    expect(refused({ data: { ...GOOD, body: `a${'\u0301'.repeat(3999)}` } })).toEqual([]);
  });

  it('notices a filled trap of any kind', () => {
    for (const value of ['http://spam.example', 1, ['x'], { a: 1 }]) {
      expect(parse({ ...GOOD, website: value }).trapped).toBe(true);
    }
    for (const value of ['', null, undefined]) expect(parse({ ...GOOD, website: value }).trapped).toBe(false);
  });

  it('leaves prototypes alone', () => {
    const data = JSON.parse(
      '{"authorName":"ab","authorEmail":"a@b.ge","body":"abc","__proto__":{"official":true},"constructor":1}',
    );
    expect(refused({ data })).toContain('constructor FIELD_UNKNOWN');
    expect(({} as Record<string, unknown>).official).toBeUndefined();
  });

  it('reports what is wrong in both languages', () => {
    let body: unknown;
    try {
      parse({ ...GOOD, body: 'ა'.repeat(4001) });
    } catch (error) {
      body = refusalBody(error as Refusal, 'ka', ['ka', 'en']);
    }
    expect(body).toMatchObject({
      data: null,
      error: {
        status: 400,
        name: 'ValidationError',
        message: 'გთხოვთ, გადახედოთ მონიშნულ ველებს.',
        details: {
          errors: [
            {
              path: ['body'],
              code: 'TOO_LONG',
              message: 'ტექსტი ძალიან გრძელია: დასაშვებია არაუმეტეს 4000 სიმბოლო.',
              messages: { en: 'The text is too long: at most 4000 characters.' },
            },
          ],
        },
      },
    });
  });

  it('either takes or refuses whatever is sent', () => {
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue());
    const data = fc.record(
      { authorName: value, authorEmail: value, body: value, parent: value, locale: value, altcha: value },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ data })), (body) => {
        refused(body);
      }),
      { numRuns: 2000 },
    );
  });
});
