import plugin from 'strapi-plugin-accountability/strapi-server';
import { datasets } from './datasets';
import { openData } from './open-data';

const check = (settings: Record<string, string>) =>
  plugin.config.validator({
    languages: ['ka', 'en'],
    datasets,
    openData: openData((name) => settings[name]),
  });

const PUBLISHER = { OPEN_DATA_PUBLISHER_KA: 'მერია', OPEN_DATA_PUBLISHER_EN: 'City Hall' };

describe('the settings of the open data', () => {
  it('start a site that has none of its own yet', () => {
    expect(() => check({ OPEN_DATA_PUBLISHER_KA: '', OPEN_DATA_CONTACT_EMAIL: '' })).not.toThrow();
  });

  it('name publisher, contact and licence', () => {
    const settings = {
      ...PUBLISHER,
      OPEN_DATA_PUBLISHER_TYPE: 'LocalAuthority',
      OPEN_DATA_CONTACT_EMAIL: 'data@city.example',
      OPEN_DATA_LICENCE: 'CC0-1.0',
    };
    expect(() => check(settings)).not.toThrow();
    expect(openData((name) => settings[name as keyof typeof settings])).toMatchObject({
      publisher: { name: { ka: 'მერია', en: 'City Hall' } },
      contact: { email: 'data@city.example', name: { en: 'City Hall' } },
      licence: { spdx: 'CC0-1.0', url: expect.stringContaining('zero/1.0') },
    });
  });

  it('name the publisher in the languages that are set; the others fall back', () => {
    const settings: Record<string, string> = { OPEN_DATA_PUBLISHER_KA: 'მერია' };
    expect(openData((name) => settings[name]).publisher?.name).toEqual({ ka: 'მერია' });
    expect(() => check(settings)).not.toThrow();
  });

  it.each([
    [{ ...PUBLISHER, OPEN_DATA_PUBLISHER_TYPE: 'City' }, 'publisher.type'],
    [{ ...PUBLISHER, OPEN_DATA_PUBLISHER_URL: 'city' }, 'publisher.homepage'],
    [{ OPEN_DATA_CONTACT_EMAIL: 'city' }, 'contact.email'],
    [{ OPEN_DATA_LICENCE: 'WTFPL' }, 'OPEN_DATA_LICENCE: must be one of CC-BY-4.0'],
    [{ OPEN_DATA_FREQUENCY: 'often' }, 'openData.frequency'],
  ])('stop the start when they are wrong: %j', (settings, message) => {
    expect(() => check(settings as Record<string, string>)).toThrow(message);
  });
});
