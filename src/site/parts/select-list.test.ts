describe('a list to choose from', () => {
  let selectList: typeof import('./select-list').selectList;
  let titleChoice: typeof import('./select-list').titleChoice;
  let wordsOf: typeof import('../words/words').wordsOf;

  beforeAll(async () => {
    // Directions are those of the site's languages, which are read with the modules.
    process.env.LOCALES = 'ka,en,ar';
    ({ selectList, titleChoice } = await import('./select-list'));
    ({ wordsOf } = await import('../words/words'));
  });

  const listFor = (language: string, chosen: string): string => {
    const frame = { language, words: wordsOf(language) } as Parameters<typeof titleChoice>[2];
    const choices = [
      { value: '', text: 'الكل' },
      titleChoice('nap', { ka: 'გეგმა' }, frame),
      titleChoice('none', {}, frame),
    ];
    return String(selectList({ id: 'filter-plan', name: 'plan' }, choices, chosen, frame));
  };
  const tag = (language: string, chosen: string): string =>
    /<select[^>]*>/.exec(listFor(language, chosen))?.[0].replace(/\s+/g, ' ').replace(' >', '>') ?? '';

  it.each([
    ['ar', 'nap', ' dir="ltr"'],
    ['ar', '', ''],
    ['ar', 'none', ''],
    ['ar', 'unknown', ''],
    ['en', 'nap', ''],
  ])('of a page in %s is written in the direction of what is chosen: "%s"', (language, chosen, direction) => {
    expect(tag(language, chosen)).toBe(`<select id="filter-plan" name="plan"${direction}>`);
  });

  it('says in which language each text is, and which is chosen', () => {
    const options = [...listFor('ar', 'nap').matchAll(/<option([^>]*)>\s*([^<]*?)\s*<\/option>/g)].map(
      ([, attributes = '', text]) => [attributes.replace(/\s+/g, ' ').trim(), text],
    );
    expect(options).toEqual([
      ['value=""', 'الكل'],
      ['value="nap" lang="ka" dir="ltr" selected', 'გეგმა'],
      ['value="none"', wordsOf('ar').untitled],
    ]);
  });
});
