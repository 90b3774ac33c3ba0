import fc from 'fast-check';
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
    expect(desiredLinks([undp.ka, idfi.ka], [idfi.en], [idfi.en, undp.en], inEnglish)).toEqual([4, 2]);
  });

  it('drops what the written row dropped', () => {
    expect(desiredLinks([idfi.en], [idfi.ka, undp.ka], [idfi.ka], inEnglish)).toEqual([1]);
  });

  it('keeps what the written row could not show', () => {
    expect(desiredLinks([idfi.en], [georgianOnly, undp.ka], [idfi.ka], inEnglish)).toEqual([5, 1]);
  });

  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name, index) => ({
    ka: row(index + 1, name, 'ka'),
    en: row(index + 11, name, 'en'),
  })) as { ka: LinkedRow; en: LinkedRow }[] as [
    { ka: LinkedRow; en: LinkedRow },
    { ka: LinkedRow; en: LinkedRow },
    { ka: LinkedRow; en: LinkedRow },
    { ka: LinkedRow; en: LinkedRow },
  ];
  /** `b` exists in Georgian only; the English row is written. */
  const afterEnglish = (written: LinkedRow[], current: LinkedRow[]) =>
    desiredLinks(written, current, [a.ka, c.ka, d.ka], new Set([a, c, d].map(({ en }) => documentKey(en))));

  it.each([
    ['first', [b.ka, a.ka, c.ka], [a.en, c.en], [2, 1, 3]],
    ['first, the others exchanged', [b.ka, a.ka, c.ka], [c.en, a.en], [2, 3, 1]],
    ['second, the others exchanged', [a.ka, b.ka, c.ka], [c.en, a.en], [3, 2, 1]],
    ['second, one added in front', [a.ka, b.ka, c.ka], [d.en, a.en, c.en], [4, 1, 2, 3]],
    ['second, one added between', [a.ka, b.ka, c.ka], [a.en, d.en, c.en], [1, 4, 2, 3]],
    ['second, one added behind', [a.ka, b.ka, c.ka], [a.en, c.en, d.en], [1, 2, 3, 4]],
    ['second, the one before it taken out', [a.ka, b.ka, c.ka], [c.en], [2, 3]],
    ['second, all others taken out', [a.ka, b.ka, c.ka], [], [2]],
    ['alone, others added', [b.ka], [c.en, a.en], [2, 3, 1]],
  ])('keeps the place of what the written row cannot show: %s', (_, current, written, expected) => {
    expect(afterEnglish(written, current)).toEqual(expected);
  });

  it('loses and doubles nothing, and keeps both orders', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const id = (name: string, locale: string) => names.indexOf(name) + (locale === 'ka' ? 1 : 101);
    const rows = (list: string[], locale: string) => list.map((name) => row(id(name, locale), name, locale));
    const some = fc.uniqueArray(fc.constantFrom(...names));
    fc.assert(
      fc.property(some, some, some, some, (inEnglish, inGeorgian, wrote, linked) => {
        const written = wrote.filter((name) => inEnglish.includes(name));
        const current = linked.filter((name) => inGeorgian.includes(name));
        const desired = desiredLinks(
          rows(written, 'en'),
          rows(current, 'ka'),
          rows(inGeorgian, 'ka'),
          new Set(rows(inEnglish, 'en').map(documentKey)),
        );
        const unseen = current.filter((name) => !inEnglish.includes(name));
        const shared = written.filter((name) => inGeorgian.includes(name));
        const ids = (list: string[]) => list.map((name) => id(name, 'ka'));
        expect([...desired].sort()).toEqual(ids([...shared, ...unseen]).sort());
        expect(desired.filter((one) => ids(shared).includes(one))).toEqual(ids(shared));
        expect(desired.filter((one) => ids(unseen).includes(one))).toEqual(ids(unseen));
        // Where only the order of the same documents differs, the others keep their positions.
        if (
          [...shared].sort().join() ===
          current
            .filter((name) => inEnglish.includes(name))
            .sort()
            .join()
        ) {
          for (const name of unseen) expect(desired.indexOf(id(name, 'ka'))).toBe(current.indexOf(name));
        }
      }),
    );
  });

  it('leaves out what has no translation', () => {
    expect(desiredLinks([georgianOnly, idfi.ka], [], [idfi.en], new Set())).toEqual([2]);
  });

  it('keeps drafts and published rows apart', () => {
    const published = row(6, 'idfi', 'en', true);
    expect(desiredLinks([row(7, 'idfi', 'ka', true)], [], [idfi.en, published], new Set())).toEqual([6]);
  });
});
