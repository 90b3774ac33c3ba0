import { AsyncLocalStorage } from 'node:async_hooks';

/** Set while a checked write runs: what Strapi does below it is part of it. */
export const checkedWrite = new AsyncLocalStorage<true>();
