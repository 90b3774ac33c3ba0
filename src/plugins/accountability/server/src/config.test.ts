import config from './config';

const problemsOf = (given: object): string => {
  try {
    config.validator(given);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe("the plugin's configuration", () => {
  it('needs the languages of the site and nothing else', () => {
    expect(problemsOf({ languages: ['en', 'fr'] })).toBe('');
    expect(
      problemsOf({ languages: ['en'], comments: { contentType: 'api::note.note', workflow: 'notes' } }),
    ).toBe('');
    expect(problemsOf({})).toMatch(/^setting "languages" is missing/);
  });

  it('reports the problems of all declarations at once', () => {
    const problems = problemsOf({
      languages: ['en'],
      timeZone: 'Asia/Nowhere',
      openData: { maxConcurrentExports: 0 },
      feeds: { documents: 1 },
      summary: [{ name: 'A' }],
      releases: { cron: 'never' },
      workflows: [
        { name: 'A', contentType: 'api::note.note', labels: {}, states: [], initial: 'a', transitions: [] },
      ],
      reminders: { daysAhead: -1 },
      warnings: [{ contentType: 'api::note.note' }],
      comments: { contentType: '' },
    });
    for (const place of [
      'Asia/Nowhere',
      'openData.maxConcurrentExports',
      'feeds.documents',
      'summary.0.labels',
      'releases.cron',
      'workflow "A"',
      'reminders.daysAhead',
      '"find" must be a function',
      'comments.contentType',
      'comments.workflow',
    ]) {
      expect(problems).toContain(place);
    }
  });
});
