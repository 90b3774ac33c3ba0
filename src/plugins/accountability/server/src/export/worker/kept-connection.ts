import type { Connection, Snapshot } from '../source/connection';
import type { DatabaseSettings } from '../source/open-connection';

/** How long an unused connection stays open, in milliseconds. */
const IDLE_MS = 10_000;

type Open = (settings: DatabaseSettings) => Promise<Connection>;

/** The connection of a thread, kept from one file to the next for a while: opening one takes longer than a small file. */
export class KeptConnection {
  private kept: { readonly settings: string; readonly connection: Connection } | undefined;
  private closing: NodeJS.Timeout | undefined;

  /**
   * @param open opens a connection
   * @param idleMs how long an unused one stays open
   */
  constructor(
    private readonly open: Open,
    private readonly idleMs = IDLE_MS,
  ) {}

  /**
   * Begins a snapshot; the caller closes it before the next one begins.
   * @throws errors of the database
   */
  async begin(settings: DatabaseSettings): Promise<Snapshot> {
    clearTimeout(this.closing);
    const snapshot = (await this.beginOnKept(settings)) ?? (await this.beginOnNew(settings));
    return {
      ...snapshot,
      close: async () => {
        await snapshot.close();
        this.closing = setTimeout(() => void this.close().catch(() => undefined), this.idleMs);
        // It does not keep a thread alive.
        this.closing.unref();
      },
    };
  }

  /** Closes the connection, if there is one. */
  async close(): Promise<void> {
    clearTimeout(this.closing);
    const { kept } = this;
    this.kept = undefined;
    await kept?.connection.close();
  }

  /** A server that was restarted has closed the connection, which shows with the next statement at the latest. */
  private async beginOnKept(settings: DatabaseSettings): Promise<Snapshot | undefined> {
    const { kept } = this;
    if (!kept) return undefined;
    if (kept.settings === JSON.stringify(settings) && kept.connection.isUsable()) {
      try {
        return await kept.connection.begin();
      } catch {
        // Tried again on a new connection, which reports what is still wrong.
      }
    }
    await this.close().catch(() => undefined);
    return undefined;
  }

  private async beginOnNew(settings: DatabaseSettings): Promise<Snapshot> {
    const connection = await this.open(settings);
    this.kept = { settings: JSON.stringify(settings), connection };
    return connection.begin();
  }
}
