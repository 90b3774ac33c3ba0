import { countryOf, countryProblem, countrySetting, openGraphLocale, timeZoneSetting } from './country';

describe('the country of a site', () => {
  it.each(['GE', 'ge', 'GEO', ' geo '])('is known by %p', (text) => {
    expect(countryOf(text)).toEqual({
      code: 'GE',
      authority: 'http://publications.europa.eu/resource/authority/country/GEO',
      timeZones: ['Asia/Tbilisi'],
      firstDayOfWeek: 1,
      firstWorkingDay: 1,
    });
  });

  it.each(['', 'XX', 'Georgia', '../x'])('is none by %p', (text) => expect(countryOf(text)).toBeNull());

  it('begins its week, and works, from the day it does', () => {
    expect(countryOf('US')).toMatchObject({ firstDayOfWeek: 7, firstWorkingDay: 1 });
    expect(countryOf('EG')).toMatchObject({ firstDayOfWeek: 6, firstWorkingDay: 7 });
  });

  it.each([
    ['ka', 'GE', 'ka_GE'],
    ['en', 'GE', 'en_GB'],
    ['en', 'US', 'en_US'],
    ['es', 'MX', 'es_MX'],
    ['fr', 'MX', 'fr_FR'],
    ['pt-BR', 'GE', 'pt_BR'],
    ['ar', 'TN', 'ar_TN'],
  ])('with %s in %s is %s for Open Graph', (language, code, expected) => {
    expect(openGraphLocale(language, countryOf(code)!)).toBe(expected);
  });

  it('has a time zone of its own where there is one', () => {
    expect(timeZoneSetting({})).toBe('Asia/Tbilisi');
    expect(timeZoneSetting({ COUNTRY: 'FR' })).toBe('Europe/Paris');
    expect(timeZoneSetting({ COUNTRY: 'US' })).toBeNull();
    expect(timeZoneSetting({ COUNTRY: 'US', TIME_ZONE: 'America/Denver' })).toBe('America/Denver');
  });

  it('is refused by the setting that is wrong', () => {
    expect(countryProblem({})).toBeNull();
    expect(countryProblem({ COUNTRY: 'Georgia' })?.name).toBe('COUNTRY');
    expect(countryProblem({ COUNTRY: 'US' })).toEqual({
      name: 'TIME_ZONE',
      problem: expect.stringContaining('several'),
    });
    expect(countryProblem({ TIME_ZONE: 'Moon/Base' })?.name).toBe('TIME_ZONE');
    expect(countrySetting({ COUNTRY: 'Nowhere' }).code).toBe('GE');
  });
});
