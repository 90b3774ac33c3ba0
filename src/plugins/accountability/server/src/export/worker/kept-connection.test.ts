import type { Connection, Snapshot } from '../source/connection';
import type { DatabaseSettings } from '../source/open-connection';
import { KeptConnection } from './kept-connection';

const SETTINGS: DatabaseSettings = { client: 'sqlite', connection: { filename: 'data.db' } };
const OTHER: DatabaseSettings = { client: 'sqlite', connection: { filename: 'other.db' } };

/** A connection whose use is recorded. */
function fakeConnection() {
  const state = { begun: 0, ended: 0, isUsable: true, isClosed: false, fails: false };
  const snapshot = { close: async () => void (state.ended += 1) } as Snapshot;
  const connection: Connection = {
    begin: async () => {
      if (state.fails) throw new Error('The server closed the connection');
      state.begun += 1;
      return snapshot;
    },
    isUsable: () => state.isUsable,
    close: async () => void (state.isClosed = true),
  };
  return { state, connection };
}

function keeping(idleMs?: number) {
  const opened: ReturnType<typeof fakeConnection>[] = [];
  const kept = new KeptConnection(async () => {
    const fake = fakeConnection();
    opened.push(fake);
    return fake.connection;
  }, idleMs);
  return { kept, states: () => opened.map(({ state }) => state) };
}

describe('the connection of a thread', () => {
  it('is used for the next file too, each with a transaction of its own', async () => {
    const { kept, states } = keeping();
    for (let file = 0; file < 3; file += 1) await (await kept.begin(SETTINGS)).close();
    expect(states()).toMatchObject([{ begun: 3, ended: 3, isClosed: false }]);
    await kept.close();
    expect(states()).toMatchObject([{ isClosed: true }]);
  });

  it('is replaced where it is lost or its file is another one', async () => {
    const { kept, states } = keeping();
    await (await kept.begin(SETTINGS)).close();
    states()[0]!.isUsable = false;
    await (await kept.begin(SETTINGS)).close();
    expect(states()).toMatchObject([
      { begun: 1, isClosed: true },
      { begun: 1, isClosed: false },
    ]);
    await kept.close();
  });

  it('is replaced where the server has closed it since, which only the next statement tells', async () => {
    const { kept, states } = keeping();
    await (await kept.begin(SETTINGS)).close();
    states()[0]!.fails = true;
    await (await kept.begin(SETTINGS)).close();
    expect(states()).toMatchObject([{ isClosed: true }, { begun: 1, ended: 1 }]);
    await kept.close();
  });

  it('belongs to its settings', async () => {
    const { kept, states } = keeping();
    await (await kept.begin(SETTINGS)).close();
    await (await kept.begin(OTHER)).close();
    expect(states()).toMatchObject([
      { begun: 1, isClosed: true },
      { begun: 1, isClosed: false },
    ]);
    await kept.close();
  });

  it('is closed after a while without use, and not while it is used', async () => {
    const { kept, states } = keeping(20);
    const used = await kept.begin(SETTINGS);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(states()).toMatchObject([{ isClosed: false }]);
    await used.close();
    while (!states()[0]!.isClosed) await new Promise((resolve) => setTimeout(resolve, 5));
    await (await kept.begin(SETTINGS)).close();
    expect(states()).toHaveLength(2);
    await kept.close();
  });

  it('reports the error of a database that cannot be opened', async () => {
    const kept = new KeptConnection(async () => {
      throw new Error('unreachable');
    });
    await expect(kept.begin(SETTINGS)).rejects.toThrow('unreachable');
  });
});
