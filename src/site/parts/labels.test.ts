import { implementationStatuses } from '../../accountability/vocabularies';
import { LANGUAGES } from '../languages';
import { wordsOf } from '../words/words';
import { statusBadge, statusShape } from './labels';

const STATUSES = implementationStatuses.map(({ value }) => value);

describe('a status', () => {
  it('has a shape of its own, and so has one that is not known', () => {
    const shapes = new Set([...STATUSES, null].map((status) => `${statusShape(status)}`));
    expect(shapes.size).toBe(STATUSES.length + 1);
  });

  it.each(LANGUAGES)('is named by its word beside the shape in %s', (language) => {
    const words = wordsOf(language);
    for (const status of [...STATUSES, null]) {
      const badge = `${statusBadge(status, { language, words })}`;
      expect(badge).toContain('<svg class="shape"');
      expect(badge.replace(/<[^>]*>/g, '').trim()).not.toBe('');
    }
  });
});
