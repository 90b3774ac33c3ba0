import { AsyncLocalStorage } from 'node:async_hooks';

/** Set while a checked write runs: nested writes of Strapi are part of it. */
export const checkedWrite = new AsyncLocalStorage<true>();
