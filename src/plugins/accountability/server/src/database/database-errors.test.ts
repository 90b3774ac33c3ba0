import { isDatabaseUnavailable, withoutWords } from './database-errors';

const errorWith = (more: object, message = 'x') => Object.assign(new Error(message), more);

describe('faults of the database', () => {
  it.each([
    errorWith({ code: 'ECONNREFUSED' }),
    errorWith({ code: '57P01' }),
    errorWith({ code: '08006' }),
    errorWith({ code: 'SQLITE_FULL' }),
    errorWith({ code: 'SQLITE_IOERR_WRITE' }),
    errorWith({ name: 'KnexTimeoutError' }),
    errorWith({}, 'Connection terminated unexpectedly'),
  ])('are recognised by %p', (error) => expect(isDatabaseUnavailable(error)).toBe(true));

  it.each([errorWith({ code: '23505' }), errorWith({ code: 'SQLITE_ERROR' }), errorWith({}), 'text', null])(
    'are not %p',
    (error) => expect(isDatabaseUnavailable(error)).toBe(false),
  );

  it('are logged without what people wrote', () => {
    const error = errorWith(
      { code: 'SQLITE_CONSTRAINT' },
      "insert into comments values ('secret@example.org',\n 'text')",
    );
    const bare = withoutWords(error);
    expect(`${bare.message}\n${bare.stack}`).not.toMatch(/secret|insert/);
    expect(bare.message).toContain('SQLITE_CONSTRAINT');
    expect(bare.stack).toMatch(/database-errors\.test/);
    expect(withoutWords('secret').message).not.toContain('secret');
  });
});
