import type { Core } from '@strapi/strapi';

const USER = 'admin::user';
const SESSION = 'admin::session';

/** Strapi's event of a write to one row; its own type is narrower. */
interface RowEvent {
  readonly params: { readonly data?: Readonly<Record<string, unknown>> };
  readonly result?: Readonly<Record<string, unknown>> | null;
}

const hook = (work: (event: RowEvent) => Promise<void>) => (event: unknown) => work(event as RowEvent);

/** Whether a write invalidates existing sessions. */
const locksOut = ({ data = {} }: RowEvent['params']): boolean =>
  Boolean(data.password) || data.isActive === false || data.blocked === true;

/**
 * Ends sessions of the panel that Strapi would continue: - when another user, or the command line, sets a password
 * or deactivates an account: its sessions would survive the change; - when a session is ended from the list of
 * sessions: access tokens from before its last renewal would be valid until they expire.
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
      // A renewed token expires by itself, while the session continues.
      if (!result?.deviceId || result.status !== 'active') return;
      const { userId, origin, deviceId } = result;
      await sessions().deleteMany({ where: { userId, origin, deviceId, status: 'rotated' } });
    }),
  });
}
