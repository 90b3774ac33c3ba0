import type { Core } from '@strapi/strapi';
import { ProblemError } from './problem';
import { openDataConfig } from './settings';

const RETRY_AFTER_SECONDS = 5;

/** Set in the state of a request that the application sends to itself; nobody can set it from outside. */
export const OWN_READING = 'isOwnReading';

/**
 * Bounds how many exports run at once; each holds a database connection. One more place is kept for what the
 * application's own pages are made of: readers of large files must not keep them from being shown.
 */
export class ExportSlots {
  private taken = 0;
  private own: Promise<void> = Promise.resolve();

  constructor(private readonly limit: number) {}

  /** Takes a slot and gives the function that frees it. @throws ProblemError 503 when none is free */
  take(): () => void {
    if (this.taken >= this.limit) {
      const seconds = String(RETRY_AFTER_SECONDS);
      throw new ProblemError('too-many-exports', {
        headers: { 'Retry-After': seconds },
        values: { seconds },
        members: { retryAfter: RETRY_AFTER_SECONDS },
      });
    }
    this.taken += 1;
    let isHeld = true;
    return () => {
      if (isHeld) this.taken -= 1;
      isHeld = false;
    };
  }

  /** Waits for its turn in the place that is kept, and gives the function that frees it. */
  async takeOwn(): Promise<() => void> {
    const before = this.own;
    let free: () => void = () => undefined;
    this.own = new Promise((resolve) => {
      free = resolve;
    });
    await before;
    return free;
  }
}

const known = new WeakMap<Core.Strapi, ExportSlots>();

/** The application's slots: one number for exports of every kind. */
export function exportSlots(strapi: Core.Strapi): ExportSlots {
  let slots = known.get(strapi);
  if (!slots) {
    slots = new ExportSlots(openDataConfig(strapi).openData.maxConcurrentExports);
    known.set(strapi, slots);
  }
  return slots;
}
