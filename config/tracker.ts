import type { Core } from '@strapi/strapi';
import { uploadMaxBytes } from '../src/uploads/size-limit';
import { MAX_FIELD_BYTES } from '../src/request-guards/request-bodies/forms-with-files';
import { limitsOrStandard } from '../src/content-api/query-cost/limit-settings';
import { numberOrStandard } from '../src/settings/number-settings';

/** Settings of the application itself, read with `strapi.config.get('tracker…')`. */
const config = ({ env }: Core.Config.Shared.ConfigParams) => ({
  demo: {
    /** Whether the commitment of Kutaisi is loaded; a new tracker starts with its lists of themes only. */
    content: env.bool('SEED_DEMO', false),
    /** Where the demo's accounts are written; no account is made without it. */
    accountsFile: env('DEMO_ACCOUNTS_FILE') || null,
  },
  /** The most pixels of one picture, in millions. */
  uploads: { megapixels: numberOrStandard(env, 'UPLOAD_MAX_MEGAPIXELS') },
  /** The most bytes of one form with files: a file of the greatest size and what is said of it. */
  requestBodies: { formBytes: uploadMaxBytes(env) + MAX_FIELD_BYTES },
  /** The most entries one bulk action of the panel takes: as many as the longest page of a list shows. */
  bulkActions: { most: 100 },
  /** The most one query of the content API may ask for; `docs/security.md` says what each is. */
  queryLimits: {
    public: limitsOrStandard(env, 'PUBLIC_QUERY_LIMITS'),
    token: limitsOrStandard(env, 'TOKEN_QUERY_LIMITS'),
  },
  /** How much one address may have done at a time by the content API without a token; see `src/fair-share/`. */
  publicReads: {
    atOnce: numberOrStandard(env, 'PUBLIC_READS_PER_ADDRESS'),
    waiting: numberOrStandard(env, 'PUBLIC_READS_WAITING_PER_ADDRESS'),
    maxWaitMs: numberOrStandard(env, 'PUBLIC_READS_PATIENCE_SECONDS') * 1000,
  },
  /** The most characters of the query of any public address. */
  queryLength: numberOrStandard(env, 'PUBLIC_QUERY_LENGTH'),
  /** Attempts to log in, and to have a password sent, of one visitor within some minutes; 0 for any number. */
  logins: { perAddress: numberOrStandard(env, 'LOGIN_ATTEMPTS_PER_ADDRESS'), minutes: 5 },
});

export default config;
