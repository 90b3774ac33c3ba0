import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { RateLimiterPostgres, RateLimiterSQLite } from 'rate-limiter-flexible';
import { Refusal, tooMany } from './refusal';
import { comments } from './registry';

type Library = typeof import('rate-limiter-flexible');

/** Loaded with the first comment: the package loads stores for a dozen databases. */
const library = (): Library =>
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it with the application
  require('rate-limiter-flexible') as Library;

/** Columns in the limiter's order. */
const TABLE = 'accountability_rates';

/**
 * Rate limits of stored submissions: comments and reports per address. The limit per subject is in
 * `document-limit.ts`, that of all requests to a form in `form-rate-limit.ts`; the numbers are `rates` of the
 * declaration of comments.
 */
export type Rate = 'address' | 'report';

type Limiter = (RateLimiterPostgres | RateLimiterSQLite) & {
  /** Missing in the library's types only. */
  getInMemoryBlockMsBeforeExpire(key: string): number;
};

const known = new WeakMap<Core.Strapi, Readonly<Record<Rate, Limiter | null>>>();

const connectionOf = (strapi: Core.Strapi): Knex => strapi.db.connection as unknown as Knex;

/** Creates the table where it is missing. One instance starts at a time. */
export async function ensureRatesTable(strapi: Core.Strapi): Promise<void> {
  const { schema } = connectionOf(strapi);
  if (await schema.hasTable(TABLE)) return;
  await schema.createTable(TABLE, (table) => {
    table.string('key', 255).primary();
    table.integer('points').notNullable().defaultTo(0);
    table.bigInteger('expire');
    table.index(['expire'], 'acc_rates_expire_ix');
  });
}

/** Deletes expired counts. */
export async function deleteOldRates(strapi: Core.Strapi, now = new Date()): Promise<void> {
  await connectionOf(strapi)(TABLE).where('expire', '<', now.getTime()).delete();
}

function limiters(strapi: Core.Strapi): Readonly<Record<Rate, Limiter | null>> {
  let all = known.get(strapi);
  if (!all) {
    const { minutes, perAddress, reportsPerAddress } = comments(strapi).rates;
    const limiter = (keyPrefix: Rate, points: number): Limiter | null => {
      if (points === 0) return null;
      const options = {
        storeClient: connectionOf(strapi),
        storeType: 'knex',
        tableName: TABLE,
        tableCreated: true,
        // Its own timer would outlive the application.
        clearExpiredByTimeout: false,
        keyPrefix,
        points,
        duration: minutes * 60,
        // An exhausted key is refused from memory, without another query.
        inMemoryBlockOnConsumed: points,
      };
      const { RateLimiterPostgres, RateLimiterSQLite } = library();
      const Store = strapi.db.dialect.client === 'postgres' ? RateLimiterPostgres : RateLimiterSQLite;
      return new Store(options) as Limiter;
    };
    all = {
      address: limiter('address', perAddress),
      report: limiter('report', reportsPerAddress),
    };
    known.set(strapi, all);
  }
  return all;
}

/**
 * Refuses a key that is known to be exhausted.
 * @throws Refusal 429
 */
export function refuseIfBlocked(strapi: Core.Strapi, rate: Rate, key: string): void {
  const limiter = limiters(strapi)[rate];
  const milliseconds = limiter?.getInMemoryBlockMsBeforeExpire(limiter.getKey(key)) ?? 0;
  if (milliseconds > 0) throw new Refusal(tooMany(milliseconds));
}

/**
 * Counts one, over all instances. Never inside a transaction: it uses a connection of its own, and SQLite has only
 * one.
 * @throws Refusal 429 with the seconds to wait
 */
export async function countOne(strapi: Core.Strapi, rate: Rate, key: string): Promise<void> {
  try {
    await limiters(strapi)[rate]?.consume(key);
  } catch (error) {
    if (error instanceof library().RateLimiterRes) throw new Refusal(tooMany(error.msBeforeNext));
    throw error;
  }
}
