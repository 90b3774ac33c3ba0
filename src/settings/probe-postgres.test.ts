import { explain } from './probe-postgres';

const settings = { host: 'db.example', port: 5432, password: 'hidden' };
const failure = (code: string, message = 'reason') => Object.assign(new Error(message), { code });

describe('a PostgreSQL that cannot be used', () => {
  it.each([
    [failure('ECONNREFUSED'), 'DATABASE_HOST, DATABASE_PORT'],
    [failure('ENOTFOUND'), 'DATABASE_HOST, DATABASE_PORT'],
    [failure('', 'timeout expired'), 'DATABASE_HOST, DATABASE_PORT'],
    [failure('28P01'), 'DATABASE_USERNAME, DATABASE_PASSWORD'],
    [failure('3D000'), 'DATABASE_NAME'],
    [failure('', 'The server does not support SSL connections'), 'DATABASE_SSL'],
    [failure('SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate'), 'DATABASE_SSL'],
  ])('%s is put down to %s', (error, setting) => {
    const { message } = explain(error, settings);
    expect(message.startsWith(setting)).toBe(true);
    expect(message).not.toMatch(/hidden|\n/);
  });

  it('names DATABASE_URL when that is what is set, and does not print it', () => {
    const { message } = explain(failure('ECONNREFUSED'), { connectionString: 'postgres://u:hidden@db/x' });
    expect(message).toBe('DATABASE_URL: PostgreSQL cannot be reached at its address (ECONNREFUSED)');
  });
});
