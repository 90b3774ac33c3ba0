import { parseFollowConfig, type FollowDeclaration } from './config';

const page = { ka: '/a/{slug}', en: '/a/{slug}?locale=en' };
const DECLARED: FollowDeclaration = {
  pages: { confirm: { ka: '/c/{token}', en: '/c/{token}' }, leave: { ka: '/l/{token}', en: '/l/{token}' } },
  subjects: [{ contentType: 'plugin::example.book', title: 'title', page }],
  changes: [{ contentType: 'plugin::example.book', title: 'title', updated: { en: 'Changed' } }],
};
const parse = (follow: unknown) => parseFollowConfig({ languages: ['ka', 'en'], follow });

describe('the declaration of what can be followed', () => {
  it('may be missing, and has defaults', () => {
    expect(parse(undefined)).toBeNull();
    expect(parse(DECLARED)).toMatchObject({
      mail: false,
      hour: 8,
      keepDays: 730,
      rates: { perSender: 10, mailsPerAddress: 3 },
      changes: [{ updated: { ka: 'Changed', en: 'Changed' }, subjects: [] }],
    });
  });

  it.each([
    [
      'a path without its token',
      { pages: { ...DECLARED.pages, leave: { ka: '/l', en: '/l' } } },
      'needs "{token}"',
    ],
    [
      'a missing language',
      { subjects: [{ ...DECLARED.subjects[0], page: { ka: '/a' } }] },
      'a path for "en"',
    ],
    ['an hour that no day has', { hour: 24 }, 'follow.hour'],
    [
      'a text in no language',
      { changes: [{ ...DECLARED.changes[0], updated: {} }] },
      'is missing in every language',
    ],
    ['an unknown setting', { often: true }, 'often'],
  ])('stops the start with %s', (_what, wrong, message) => {
    expect(() => parse({ ...DECLARED, ...wrong })).toThrow(message);
  });
});
