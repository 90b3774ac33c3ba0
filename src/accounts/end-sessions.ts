import type { Core } from '@strapi/strapi';

const USER = 'admin::user';
const SESSION = 'admin::session';

/** What Strapi tells of a write to one row; its own type says less. */
interface RowEvent {
  readonly params: { readonly data?: Readonly<Record<string, unknown>> };
  readonly result?: Readonly<Record<string, unknown>> | null;
}

const hook = (work: (event: RowEvent) => Promise<void>) => (event: unknown) => work(event as RowEvent);

/** Whether a write locks out whoever was logged in before. */
const locksOut = ({ data = {} }: RowEvent['params']): boolean =>
  Boolean(data.password) || data.isActive === false || data.blocked === true;

/**
 * Ends the panel's sessions where Strapi lets them go on:
 * - when somebody else, or the command line, sets a password, or deactivates an account: its sessions would outlive
 *   the password, or come back with the account;
 * - when a session is ended from the list of sessions: the access tokens it had before its last renewal would still
 *   be good until they expire.
 */
export function endSessions(strapi: Core.Strapi): void {
  const sessions = () => strapi.db.query(SESSION);
  strapi.db.lifecycles.subscribe({
    models: [USER],
    afterUpdate: hook(async ({ params, result }) => {
      if (!result || !locksOut(params)) return;
      await sessions().deleteMany({ where: { userId: String(result.id), origin: 'admin' } });
    }),
  });
  strapi.db.lifecycles.subscribe({
    models: [SESSION],
    afterDelete: hook(async ({ result }) => {
      // A renewed one is forgotten by itself when its time is over, while the session goes on.
      if (!result?.deviceId || result.status !== 'active') return;
      const { userId, origin, deviceId } = result;
      await sessions().deleteMany({ where: { userId, origin, deviceId, status: 'rotated' } });
    }),
  });
}
