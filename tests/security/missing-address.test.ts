import { createDatabase, type FreshDatabase } from '../support/databases';
import { runDatabase } from '../support/host';
import { startServer } from '../support/server-process';

describe('a server in production', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await createDatabase(runDatabase());
  });
  afterAll(() => database.drop());

  const linesOf = async (env: Record<string, string>) => {
    const server = await startServer({ ...database.env, NODE_ENV: 'production', ...env });
    await server.ready();
    await server.kill();
    return server
      .output()
      .split('\n')
      .filter((line) => line.includes('PUBLIC_URL'));
  };

  it('says once at its start that its address is not set, what it takes instead, and what to do', async () => {
    const lines = await linesOf({ HOST: '127.0.0.1' });
    expect(lines).toEqual([
      expect.stringMatching(
        /warn.*PUBLIC_URL is not set: .*HOST and PORT \(http:\/\/127\.0\.0\.1:\d+\).*Set PUBLIC_URL to/,
      ),
    ]);
  });

  it('says nothing of it where it is set', async () => {
    expect(await linesOf({ PUBLIC_URL: 'https://tracker.example' })).toEqual([]);
  });
});
