import { confirmationMail } from './confirmation-mail';
import { digestMailOf, MAX_ITEMS, type DigestGroup } from './digest-mail';

const GROUP: DigestGroup = {
  title: 'Open budget <b>',
  url: 'https://x.example/commitments/open-budget?a=1&b=2',
  items: [
    { text: 'New milestone: "Publish" & report', url: 'https://x.example/m' },
    { text: 'Without a page', url: null },
  ],
  leave: 'https://x.example/leave/one',
};
const digest = (language: string, groups: readonly DigestGroup[] = [GROUP]) =>
  digestMailOf({ address: 'a@b.ge', language, groups, leaveAll: 'https://x.example/leave/all' });

describe('the mail to a follower', () => {
  it('groups changes by what is followed, each with its page and the way to leave', () => {
    const { subject, text, headers } = digest('en');
    expect(subject).toBe('What has changed: Open budget <b>');
    expect(text).toContain(`Open budget <b>\n${GROUP.url}`);
    expect(text).toContain('- New milestone: "Publish" & report\nhttps://x.example/m');
    expect(text).toContain(`- Without a page\n${GROUP.url}`);
    expect(text).toContain('Stop following this\nhttps://x.example/leave/one');
    expect(text).toContain('Stop all these messages\nhttps://x.example/leave/all');
    expect(headers).toEqual({
      'List-Unsubscribe': '<https://x.example/leave/all>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    });
  });

  it('has no text as markup, and is written from the right where its language is', () => {
    const { html = '' } = digest('ar');
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('Open budget &lt;b&gt;');
    expect(html).toContain('href="https://x.example/commitments/open-budget?a=1&amp;b=2"');
    expect(html.match(/<ul>/g)).toHaveLength(1);
    expect(html.match(/<li /g)).toHaveLength(2);
  });

  it('counts where several things are followed, and shows so many changes only', () => {
    const items = Array.from({ length: MAX_ITEMS + 5 }, (_, index) => ({
      text: `Item ${index}`,
      url: null,
    }));
    const { subject, text } = digest('en', [GROUP, { ...GROUP, items }]);
    expect(subject).toContain(`${items.length + 2} changes`);
    expect(text).toContain('And 5 more on the page.');
    expect(text).not.toContain(`Item ${MAX_ITEMS}`);
  });
});

describe('the mail that asks for a confirmation', () => {
  it.each(['en', 'ka', 'es', 'fr', 'ar'])(
    'says in %s what is asked, for how long, and what to do otherwise',
    (language) => {
      const mail = confirmationMail({
        address: 'a@b.ge',
        language,
        rhythm: 'weekly',
        title: 'Open budget',
        url: 'https://x.example/confirm/t',
        days: 2,
      });
      expect(mail.subject).toContain('Open budget');
      expect(mail.text.split('\n\n')).toHaveLength(3);
      expect(mail.text).toContain('https://x.example/confirm/t');
      expect(mail.text).not.toContain('a@b.ge');
      expect(mail.text).not.toMatch(/[{}]/);
    },
  );
});
