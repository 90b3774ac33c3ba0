import { desiredLinks, documentKey, type LinkedRow } from './desired-links';

const row = (id: number, documentId: string, locale: string, published = false): LinkedRow => ({
  id,
  documentId,
  locale,
  published,
});

describe('desiredLinks', () => {
  const idfi = { ka: row(1, 'idfi', 'ka'), en: row(2, 'idfi', 'en') };
  const undp = { ka: row(3, 'undp', 'ka'), en: row(4, 'undp', 'en') };
  const georgianOnly = row(5, 'assembly', 'ka');
  const inEnglish = new Set([documentKey(idfi.en), documentKey(undp.en)]);

  it('links the translation to the translations, in the order of the written row', () => {
    expect(desiredLinks([undp.ka, idfi.ka], [idfi.en], [idfi.en, undp.en], new Set(['…']))).toEqual([4, 2]);
  });

  it('drops what the written row dropped', () => {
    expect(desiredLinks([idfi.en], [idfi.ka, undp.ka], [idfi.ka], inEnglish)).toEqual([1]);
  });

  it('keeps what the written row could not show', () => {
    expect(desiredLinks([idfi.en], [georgianOnly, undp.ka], [idfi.ka], inEnglish)).toEqual([1, 5]);
  });

  it('leaves out what has no translation', () => {
    expect(desiredLinks([georgianOnly, idfi.ka], [], [idfi.en], new Set())).toEqual([2]);
  });

  it('keeps drafts and published rows apart', () => {
    const published = row(6, 'idfi', 'en', true);
    expect(desiredLinks([row(7, 'idfi', 'ka', true)], [], [idfi.en, published], new Set())).toEqual([6]);
  });
});
