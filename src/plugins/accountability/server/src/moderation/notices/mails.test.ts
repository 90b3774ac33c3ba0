import englishWords from '../../../../words/en.json';
import georgianWords from '../../../../words/ka.json';
import { authorMail } from './author-mail';
import { digestMail, type DigestData } from './digest';
import { siteLanguage } from '../../languages/site-languages';
import { unsubscribePage } from './unsubscribe-page';

const en = englishWords.notices;
const ka = georgianWords.notices;

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

it('the words of mails about comments exist in both languages, with the same placeholders', () => {
  expect(Object.keys(ka)).toEqual(Object.keys(en));
  for (const [key, text] of Object.entries(en)) {
    expect([key, placeholders(ka[key as keyof typeof ka])]).toEqual([key, placeholders(text)]);
  }
});

describe('authorMail', () => {
  const decision = {
    address: 'somebody@example.org',
    language: 'en',
    isApproved: true,
    day: '2026-11-20',
    title: 'A title',
    unsubscribe: 'https://tracker.example/u/abc.def',
  };

  it('names the decision in the language of the comment, and how to unsubscribe', () => {
    const approved = authorMail(decision);
    expect(approved.subject).toBe('Your comment has been published');
    expect(approved.text).toContain('of 20 November 2026 on “A title”');
    expect(approved.text).toContain(decision.unsubscribe);
    expect(approved.headers).toMatchObject({
      'List-Unsubscribe': `<${decision.unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    const rejected = authorMail({ ...decision, isApproved: false, language: 'ka' });
    expect(rejected.subject).toBe('თქვენი კომენტარი არ გამოქვეყნდა');
    expect(rejected.text).toContain('20 ნოემბერი, 2026');
  });
});

describe('digestMail', () => {
  const facts: DigestData = {
    waiting: 30,
    fresh: 22,
    reported: 1,
    comments: [{ titles: { en: 'A title' }, authorName: 'Nino', body: `First\n\nsecond ${'ო'.repeat(300)}` }],
  };

  it('has the numbers, what is new in short, and the way to the queue, in each language', () => {
    const { subject, text } = digestMail(facts, ['ka', 'en'], 'https://tracker.example/admin/queue');
    expect(subject).toContain('Comments: 30 awaiting review, 22 new, 1 reported');
    expect(subject).toContain('განხილვის მოლოდინში 30');
    expect(text).toContain('- A title\n  Nino: First second ო');
    expect(text).toContain('ო…');
    expect(text).not.toContain('ო'.repeat(200));
    expect(text).toContain('and 21 more');
    expect(text.match(/https:\/\/tracker\.example\/admin\/queue/g)).toHaveLength(2);
  });

  it('has the titles and the plurals of each language', () => {
    const one = {
      ...facts,
      fresh: 1,
      comments: [{ ...facts.comments[0]!, titles: { es: 'Un título', fr: 'Un titre' } }],
    };
    const { subject, text } = digestMail(one, ['es', 'fr'], 'https://x');
    expect(subject).toContain('30 por revisar, 1 nuevo, 1 denunciado');
    expect(subject).toContain('1 nouveau, 1 signalé');
    expect(text).toContain('- Un título\n  Nino: First');
    expect(text).toContain('- Un titre\n  Nino\u00a0: First');
  });

  it('lists nothing where only reports are new', () => {
    const { text } = digestMail({ ...facts, fresh: 0, comments: [] }, ['en'], 'https://x');
    expect(text).toBe('Review them here:\nhttps://x');
  });
});

describe('unsubscribePage', () => {
  it('asks with a form that posts, and has none else', () => {
    expect(unsubscribePage(siteLanguage('ka'), 'ask')).toContain('<form method="post">');
    expect(unsubscribePage(siteLanguage('ka'), 'ask')).toContain('<html lang="ka" dir="ltr">');
    expect(unsubscribePage(siteLanguage('ar'), 'ask')).toContain('<html lang="ar" dir="rtl">');
    for (const shown of ['done', 'unknown'] as const) {
      expect(unsubscribePage(siteLanguage('en'), shown)).not.toContain('<form');
    }
  });
});
