import { AsyncLocalStorage } from 'node:async_hooks';

/** Not a parameter of a write: a request can never set it. */
const engineWrite = new AsyncLocalStorage<true>();

/** Runs a write of the moderation itself, which alone may write what `protected-attributes.ts` names. */
export const asModeration = <T>(work: () => Promise<T>): Promise<T> => engineWrite.run(true, work);

/** Whether the running write is the moderation's own. */
export const isModerationsWrite = (): boolean => engineWrite.getStore() === true;
