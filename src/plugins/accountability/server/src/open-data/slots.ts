import type { Core } from '@strapi/strapi';
import { ProblemError } from './problem';
import { openDataConfig } from './settings';

const RETRY_AFTER_SECONDS = 5;

/** Bounds how many exports run at once; each holds a database connection. */
export class ExportSlots {
  private taken = 0;

  constructor(private readonly limit: number) {}

  /** Takes a slot and gives the function that frees it. @throws ProblemError 503 when none is free */
  take(): () => void {
    if (this.taken >= this.limit) {
      throw new ProblemError('too-many-exports', { headers: { 'Retry-After': String(RETRY_AFTER_SECONDS) } });
    }
    this.taken += 1;
    let isHeld = true;
    return () => {
      if (isHeld) this.taken -= 1;
      isHeld = false;
    };
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
