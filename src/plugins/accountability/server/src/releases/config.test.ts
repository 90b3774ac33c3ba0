import { parseReleasesConfig } from './config';

describe('the settings of releases', () => {
  it('make none by themselves unless a rule says when', () => {
    expect(parseReleasesConfig({})).toEqual({ cron: '' });
    expect(parseReleasesConfig({ releases: { cron: '0 3 1 * *' } })).toEqual({ cron: '0 3 1 * *' });
  });

  it.each([[{ cron: 'monthly' }], [{ cron: 5 }], [{ corn: '0 3 1 * *' }]])('are refused: %j', (releases) => {
    expect(() => parseReleasesConfig({ releases })).toThrow(
      /settings of releases need correcting:\n- releases/,
    );
  });
});
