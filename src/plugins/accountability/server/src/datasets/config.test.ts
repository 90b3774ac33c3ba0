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

  it.each([
    [{ publisher: { name: { ka: 'უწყება' } } }, 'openData.publisher.name": the text in "en" is missing'],
    [{ publisher: { name: words, type: 'King' } }, 'openData.publisher.type'],
    [{ publisher: { name: words, homepage: 'agency' } }, 'openData.publisher.homepage'],
    [{ publisher: { name: words, homepage: 'javascript:x' } }, 'openData.publisher.homepage'],
    [{ contact: { name: words } }, 'give an e-mail address or the address of a form'],
    [{ contact: { email: 'nobody' } }, 'openData.contact.email'],
    [{ licence: { name: 'Mine' } }, 'openData.licence.url'],
    [{ frequency: 'SOMETIMES' }, 'openData.frequency'],
    [{ keywords: [{ en: 'open' }] }, 'openData.keywords.0": the text in "ka" is missing'],
    [{ contentApi: [{ contentType: 'x', labels: {} }] }, 'openData.contentApi.0.labels'],
    [{ publischer: {} }, 'publischer'],
  ])('stop the start when they are wrong: %j', (openData, message) => {
    expect(() => parse(openData)).toThrow(message);
  });
});
