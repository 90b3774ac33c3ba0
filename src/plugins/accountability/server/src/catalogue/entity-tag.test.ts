import { entityTag, hasAlready } from './entity-tag';

describe('entity tags', () => {
  const tag = entityTag('text');

  it('are the same for the same text only', () => {
    expect(entityTag('text')).toBe(tag);
    expect(entityTag('text ')).not.toBe(tag);
    expect(tag).toMatch(/^"[\w-]{43}"$/);
  });

  it.each([[tag], [`W/${tag}`], [`"a,b", ${tag}`], ['*'], [' * ']])('are found in %s', (header) =>
    expect(hasAlready(header, tag)).toBe(true),
  );

  it.each([[''], ['"other"'], [tag.slice(1, -1)], ['"*"'], ['W/"x", "y"']])('are not found in %j', (header) =>
    expect(hasAlready(header, tag)).toBe(false),
  );
});
