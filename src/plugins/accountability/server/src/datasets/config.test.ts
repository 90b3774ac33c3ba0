import { parseOpenDataConfig } from './config';

const words = { ka: 'უწყება', en: 'Agency' };
const parse = (openData: object) => parseOpenDataConfig({ languages: ['ka', 'en'], openData });

describe('the settings of open data', () => {
  it('have defaults that a site can start with', () => {
    expect(parse({}).openData).toMatchObject({
      licence: { spdx: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      frequency: 'CONT',
      theme: 'GOVE',
      contentApi: [],
    });
  });

  it('take a publisher, a contact and a place', () => {
    const settings = {
      publisher: { name: words, type: 'NationalAuthority', homepage: 'https://agency.example' },
      contact: { email: 'data@agency.example' },
      spatial: { uri: 'http://publications.europa.eu/resource/authority/country/GEO', labels: words },
    };
    expect(parse(settings).openData).toMatchObject(settings);
  });

  it('are in the languages of the site alone, each with a text: a missing one falls back', () => {
    const settings = {
      publisher: { name: { ka: 'უწყება', fr: 'Agence' } },
      keywords: [{ ...words, fr: 'Agence' }],
    };
    expect(parse(settings).openData).toMatchObject({
      publisher: { name: { ka: 'უწყება', en: 'უწყება' } },
      keywords: [words],
    });
    expect(Object.keys(parse(settings).openData.keywords[0]!)).toEqual(['ka', 'en']);
  });

  it.each([
    [{ publisher: { name: {} } }, 'openData.publisher.name": the text is missing in every language'],
    [{ publisher: { name: words, type: 'King' } }, 'openData.publisher.type'],
    [{ publisher: { name: words, homepage: 'agency' } }, 'openData.publisher.homepage'],
    [{ publisher: { name: words, homepage: 'javascript:x' } }, 'openData.publisher.homepage'],
    [{ contact: { name: words } }, 'give an e-mail address or the address of a form'],
    [{ contact: { email: 'nobody' } }, 'openData.contact.email'],
    [{ licence: { name: 'Mine' } }, 'openData.licence.url'],
    [{ frequency: 'SOMETIMES' }, 'openData.frequency'],
    [{ keywords: [{}] }, 'openData.keywords.0": the text is missing in every language'],
    [{ contentApi: [{ contentType: 'x', labels: {} }] }, 'openData.contentApi.0.labels'],
    [{ publischer: {} }, 'publischer'],
  ])('stop the start when they are wrong: %j', (openData, message) => {
    expect(() => parse(openData)).toThrow(message);
  });
});
