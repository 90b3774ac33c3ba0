import {
  assessmentScaleSetting,
  assessmentsRenamedSetting,
  ratingSchemesSetting,
  vocabularyProblem,
} from './vocabularies';

const OGP = { ASSESSMENT_SCALE: 'ogp' };
const schemes = (RATING_SCHEMES?: string) => ratingSchemesSetting({ RATING_SCHEMES }).map(({ code }) => code);

describe('the settings of the vocabularies', () => {
  it.each([
    [undefined, 'government'],
    ['', 'government'],
    [' ogp ', 'ogp'],
    ['irm', 'irm'],
  ])('ASSESSMENT_SCALE=%p', (text, name) => {
    const env = { ASSESSMENT_SCALE: text };
    expect(assessmentScaleSetting(env).name).toBe(name);
    expect(vocabularyProblem(env)).toBeNull();
  });

  it('has the words of the Open Government Partnership as a scale', () => {
    expect(assessmentScaleSetting(OGP).codes).toEqual(['not-started', 'limited', 'substantial', 'completed']);
  });

  it('RATING_SCHEMES names some, in any order, or none for all', () => {
    expect(schemes()).toHaveLength(8);
    expect(schemes('')).toEqual(schemes());
    expect(schemes('early-results, completion')).toEqual(['completion', 'early-results']);
    expect(vocabularyProblem({ RATING_SCHEMES: 'early-results, completion' })).toBeNull();
  });

  it('ASSESSMENT_RENAMED names codes of another scale, each with one of the chosen scale', () => {
    const env = { ...OGP, ASSESSMENT_RENAMED: 'fully-implemented:completed, mostly-implemented:substantial' };
    expect(vocabularyProblem(env)).toBeNull();
    expect(assessmentsRenamedSetting(env)).toEqual({
      'fully-implemented': 'completed',
      'mostly-implemented': 'substantial',
    });
    expect(assessmentsRenamedSetting(OGP)).toEqual({});
  });

  it.each([
    [{ ASSESSMENT_SCALE: 'stars' }, 'ASSESSMENT_SCALE', 'must be one of government, ogp, irm, not "stars"'],
    [{ RATING_SCHEMES: 'completion,ambition' }, 'RATING_SCHEMES', '"ambition" is no scheme'],
    [{ RATING_SCHEMES: 'completion,,starred' }, 'RATING_SCHEMES', '"" is no scheme'],
    [{ RATING_SCHEMES: 'starred,starred' }, 'RATING_SCHEMES', 'names "starred" twice'],
    [{ ...OGP, ASSESSMENT_RENAMED: 'fully-implemented' }, 'ASSESSMENT_RENAMED', 'becomes ""'],
    [{ ...OGP, ASSESSMENT_RENAMED: 'done:completed' }, 'ASSESSMENT_RENAMED', '"done" is no code of a scale'],
    [{ ...OGP, ASSESSMENT_RENAMED: 'limited:completed' }, 'ASSESSMENT_RENAMED', 'a code of the scale ogp'],
    [{ ...OGP, ASSESSMENT_RENAMED: 'complete:done' }, 'ASSESSMENT_RENAMED', 'scale ogp does not have'],
    [{ ...OGP, ASSESSMENT_RENAMED: 'complete:a:b' }, 'ASSESSMENT_RENAMED', 'is no code of a scale'],
    [
      { ...OGP, ASSESSMENT_RENAMED: 'fully-implemented:completed,mostly-implemented:completed' },
      'ASSESSMENT_RENAMED',
      '"fully-implemented" and "mostly-implemented" would both be "completed"',
    ],
    [
      { ...OGP, ASSESSMENT_RENAMED: 'no-evidence-available:not-started' },
      'ASSESSMENT_RENAMED',
      '"not-started" and "no-evidence-available" would both be "not-started"',
    ],
    [
      { ...OGP, ASSESSMENT_RENAMED: 'complete:completed,complete:limited' },
      'ASSESSMENT_RENAMED',
      '"limited" and "complete" would both',
    ],
    [
      { ...OGP, ASSESSMENT_RENAMED: 'fully-implemented:completed,fully-implemented:limited' },
      'ASSESSMENT_RENAMED',
      'names a code twice',
    ],
  ])('%j is refused by its name', (env, name, problem) => {
    expect(vocabularyProblem(env)).toEqual({ name, problem: expect.stringContaining(problem) });
    expect(assessmentsRenamedSetting(env)).toEqual({});
  });
});
