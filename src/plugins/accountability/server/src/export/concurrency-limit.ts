import type { Core } from '@strapi/strapi';
import { networkOf } from '../moderation/address-key';
import { ProblemError } from '../http/problem-details';
import { openDataConfig } from '../datasets/settings';

const RETRY_AFTER_SECONDS = 5;

/** Set in the state of a request that the application sends to itself; cannot be set from outside. */
export const OWN_READING = 'isOwnReading';

/** Limits of concurrent exports. */
export interface ExportLimits {
  /** In all. */
  readonly all: number;
  /** Of one address. */
  readonly perAddress: number;
}

function refusal(kind: 'too-many-exports' | 'too-many-exports-of-address', most: number): ProblemError {
  const seconds = String(RETRY_AFTER_SECONDS);
  return new ProblemError(kind, {
    headers: { 'Retry-After': seconds },
    values: { seconds, most: String(most) },
    members: { retryAfter: RETRY_AFTER_SECONDS },
  });
}

/** As many as threads are kept ready: a page needs several small files, and one of all documents must not block them. */
const OWN_SLOTS = 2;

/**
 * Limits concurrent exports, in all and per address; each uses a database connection. More slots are reserved for
 * the data of the application's own pages: downloads of large files must not block them.
 */
export class ExportConcurrencyLimit {
  private taken = 0;
  private readonly takenBy = new Map<string, number>();
  private ownFree = OWN_SLOTS;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly limits: ExportLimits) {}

  /**
   * Takes a slot and returns the function that frees it.
   * @param address of the client; addresses of one network share their slots
   * @throws ProblemError 503 when none is free, 429 when the address has reached its limit
   */
  take(address: string): () => void {
    const { all, perAddress } = this.limits;
    const network = networkOf(address);
    const ofNetwork = this.takenBy.get(network) ?? 0;
    if (this.taken >= all) throw refusal('too-many-exports', all);
    if (ofNetwork >= perAddress) throw refusal('too-many-exports-of-address', perAddress);
    this.taken += 1;
    this.takenBy.set(network, ofNetwork + 1);
    let isHeld = true;
    return () => {
      if (isHeld) this.free(network);
      isHeld = false;
    };
  }

  private free(network: string): void {
    this.taken -= 1;
    const left = (this.takenBy.get(network) ?? 1) - 1;
    if (left > 0) this.takenBy.set(network, left);
    else this.takenBy.delete(network);
  }

  /** Waits for a reserved slot, first come first served, and returns the function that frees it. */
  async takeOwn(): Promise<() => void> {
    if (this.ownFree > 0) this.ownFree -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    let isHeld = true;
    return () => {
      if (isHeld) this.freeOwn();
      isHeld = false;
    };
  }

  /** A slot goes to who waits longest. */
  private freeOwn(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.ownFree += 1;
  }
}

const known = new WeakMap<Core.Strapi, ExportConcurrencyLimit>();

/** The application's limit: one for exports of every kind. */
export function exportConcurrencyLimit(strapi: Core.Strapi): ExportConcurrencyLimit {
  let slots = known.get(strapi);
  if (!slots) {
    const { maxConcurrentExports, maxExportsPerAddress } = openDataConfig(strapi).openData;
    slots = new ExportConcurrencyLimit({ all: maxConcurrentExports, perAddress: maxExportsPerAddress });
    known.set(strapi, slots);
  }
  return slots;
}
