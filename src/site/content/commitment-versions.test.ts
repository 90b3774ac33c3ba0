import { NotThere } from '../api/ask-api';
import { readVersions, type Document } from './commitment-versions';

const EVERYTHING = 'populate[all]=true';

/**
 * A client of an API with these versions of the commitment `c`; records requests as `language everything|texts`.
 */
async function versionsFor(reader: 'ka' | 'en', stored: Readonly<Record<string, Document>>) {
  const asked: string[] = [];
  const versions = await readVersions(
    async (path) => {
      const { pathname, searchParams } = new URL(path, 'http://localhost');
      expect(pathname).toBe('/api/commitments/c');
      const language = searchParams.get('locale') ?? '';
      asked.push(`${language} ${searchParams.has('populate[all]') ? 'everything' : 'texts'}`);
      if (!stored[language]) throw new NotThere(path);
      return { data: stored[language] };
    },
    'c',
    reader,
    EVERYTHING,
  );
  return { asked, versions };
}

const withReports = (...ids: string[]): Document => ({
  progressReports: ids.map((documentId) => ({ documentId })),
});

describe('the versions of a commitment', () => {
  it('are asked for everything in the language of the reader, for texts in the others', async () => {
    const { asked, versions } = await versionsFor('en', { ka: withReports('one'), en: withReports('one') });
    expect(asked).toEqual(['en everything', 'ka texts']);
    expect(Object.keys(versions)).toEqual(['en', 'ka']);
  });

  it('are asked for everything where something belongs to another language only', async () => {
    const stored = { ka: withReports('one', 'two'), en: withReports('one') };
    const { asked, versions } = await versionsFor('en', stored);
    expect(asked).toEqual(['en everything', 'ka texts', 'ka everything']);
    expect(versions.ka).toBe(stored.ka);
  });

  it('may be a single one, of another language', async () => {
    const { asked, versions } = await versionsFor('en', { ka: withReports() });
    expect(asked).toEqual(['en everything', 'ka everything']);
    expect(Object.keys(versions)).toEqual(['ka']);
  });

  it('are not there when there is none', async () => {
    await expect(versionsFor('ka', {})).rejects.toBeInstanceOf(NotThere);
  });
});
