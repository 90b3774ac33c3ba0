import { connect, type Socket } from 'node:net';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { createDatabase, type FreshDatabase } from './support/databases';
import { runDatabase } from './support/host';
import { ROOT } from './support/processes';
import { startServer, type ServerProcess } from './support/server-process';

const BUNDLES = path.join(ROOT, 'dist/build');
/** The largest file of the panel: more than the buffers between a server and a client hold. */
const largest = (): string =>
  readdirSync(BUNDLES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .sort((a, b) => statSync(path.join(BUNDLES, b)).size - statSync(path.join(BUNDLES, a)).size)[0] ?? '';

describe('clients that hang up', () => {
  let database: FreshDatabase;
  let server: ServerProcess;
  beforeAll(async () => {
    database = await createDatabase(runDatabase());
    server = await startServer(database.env);
    await server.ready();
  }, 120_000);
  afterAll(async () => {
    await server.kill();
    await database.drop();
  });

  /** Sends a request as it is and hangs up, by a reset or an end, at the first byte or after a moment. */
  const hangUp = (text: string, how: 'reset' | 'end', when: 'answered' | 'sent') =>
    new Promise<void>((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      const socket: Socket = connect(Number(port), hostname);
      const leave = () => (how === 'reset' ? socket.resetAndDestroy() : socket.destroy());
      socket.once('error', reject);
      socket.once('close', () => resolve());
      socket.once('connect', () => socket.write(text, () => when === 'sent' && setTimeout(leave, 100)));
      socket.once('data', leave);
    });
  const get = (address: string) => `GET ${address} HTTP/1.1\r\nHost: tracker\r\n\r\n`;
  const half = `POST /api/accountability/transitions HTTP/1.1\r\nHost: tracker\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"content`;

  it('in the middle of an answer or of what they send leave no stack in the log, and the server goes on', async () => {
    const start = server.output().length;
    for (const how of ['reset', 'end'] as const) {
      for (let count = 0; count < 5; count += 1) {
        await hangUp(get(`/admin/${largest()}`), how, 'answered');
        await hangUp(get('/api/open-data/commitments.csv'), how, 'answered');
        await hangUp(half, how, 'sent');
      }
    }
    const answer = await fetch(`${server.url}/api/themes`);
    expect(answer.status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const printed = server.output().slice(start);
    expect(printed).not.toMatch(/^\s+at /m);
    expect(printed).not.toMatch(/\berror\b/i);
  }, 60_000);
});
