import { digestOf, itemsByRecipient, sortItems, type ReminderItem } from './digest';

const item = (documentId: string, endDate: string, more: Partial<ReminderItem> = {}): ReminderItem => ({
  contentType: 'plugin::example.task',
  documentId,
  locale: 'ka',
  titles: { ka: `Task ${documentId}` },
  state: { ka: 'მიმდინარეობს', en: 'In progress' },
  endDate,
  endPrecision: 'day',
  responsible: [],
  ...more,
});

describe('sortItems', () => {
  it('takes the last day a date can mean', () => {
    const month = item('month', '2026-11-01', { endPrecision: 'month' });
    const { overdue, due } = sortItems([month], '2026-11-20', 14);
    expect([overdue, due]).toEqual([[], [month]]);
  });

  it('leaves out what ends later, and what has no end', () => {
    const items = [item('later', '2026-12-05'), item('never', '2020-01-01', { endPrecision: 'none' })];
    expect(sortItems(items, '2026-11-20', 14)).toEqual({ overdue: [], due: [] });
  });

  it('counts the day itself as due, the day after as overdue', () => {
    const one = item('one', '2026-11-20');
    expect(sortItems([one], '2026-11-20', 0)).toEqual({ overdue: [], due: [one] });
    expect(sortItems([one], '2026-11-21', 0)).toEqual({ overdue: [one], due: [] });
  });
});

describe('itemsByRecipient', () => {
  it('gives the responsible their own, the others everything, and nobody anything twice', () => {
    const [first, second] = [
      item('1', '2026-11-20', { responsible: ['Agency@example.org', 'all@example.org'] }),
      item('2', '2026-11-21'),
    ];
    expect([...itemsByRecipient([first, second], ['all@example.org'])]).toEqual([
      ['all@example.org', [first, second]],
      ['agency@example.org', [first]],
    ]);
  });
});

describe('digestOf', () => {
  it('lists it in each language, with the link to the document, and no text becomes markup', () => {
    const digest = digestOf(
      { overdue: [item('1', '2018-10-01', { titles: { ka: '<b>&"x"' } })], due: [] },
      ['ka', 'en'],
      'https://tracker.example/admin',
    );
    expect(digest?.subject).toContain('Overdue: 1, due soon: 0');
    expect(digest?.text).toContain('მიმდინარეობს');
    expect(digest?.text).toContain(
      'https://tracker.example/admin/content-manager/collection-types/plugin::example.task/1',
    );
    expect(digest?.html).not.toContain('<b>');
    expect(digest?.html).toContain('<section lang="ka" dir="ltr">');
  });

  it('has the title and the form in the language of the reader, else in the first it is written in', () => {
    const overdue = [item('1', '2018-10-01', { titles: { ka: 'ბიუჯეტი', fr: 'Budget' } })];
    const text = digestOf({ overdue, due: [] }, ['fr', 'ar'], 'https://x')?.text;
    expect(text).toContain('- Budget\u00a0: 1 octobre 2018, In progress');
    expect(text).toContain('- ბიუჯეტი: 1 أكتوبر 2018، In progress');
    expect(text?.match(/locale\]=(\w+)/g)).toEqual(['locale]=fr', 'locale]=ka']);
  });

  it('is none where there is nothing to report', () => {
    expect(digestOf({ overdue: [], due: [] }, ['en'], '')).toBeNull();
  });
});
