import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

const listeners = new WeakMap<Core.Strapi, (() => void)[]>();

/** Has a function called whenever this process has committed entries of the change log. */
export function onCommitted(strapi: Core.Strapi, listener: () => void): void {
  listeners.set(strapi, [...(listeners.get(strapi) ?? []), listener]);
}

/** Notifies the listeners once a transaction that appends to the change log is committed. */
export function notifyOfCommit(strapi: Core.Strapi, trx: Knex.Transaction): void {
  const registered = listeners.get(strapi);
  if (!registered) return;
  trx.executionPromise.then(
    () => registered.forEach((listener) => listener()),
    () => undefined,
  );
}
