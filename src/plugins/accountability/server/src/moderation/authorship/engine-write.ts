import { AsyncLocalStorage } from 'node:async_hooks';

/** Not a parameter of a write: what a request holds can never set it. */
const engineWrite = new AsyncLocalStorage<true>();

/** Runs work of the moderation itself, which alone writes what `protected-attributes.ts` names. */
export const asModeration = <T>(work: () => Promise<T>): Promise<T> => engineWrite.run(true, work);

/** Whether the running write is one of the moderation itself. */
export const isModerationsWrite = (): boolean => engineWrite.getStore() === true;
