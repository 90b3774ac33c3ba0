import type { Core } from '@strapi/strapi';
import { uploadMaxMegapixels } from '../src/uploads/megapixels';
import { uploadMaxBytes } from '../src/uploads/size-limit';
import { MOST_FIELD_BYTES } from '../src/request-bodies/forms-with-files';
import { PUBLIC_QUERY_LIMITS, TOKEN_QUERY_LIMITS } from '../src/content-api/query-cost/limits';

/** Settings of the application itself, read with `strapi.config.get('tracker…')`. */
const config = ({ env }: Core.Config.Shared.ConfigParams) => ({
  demo: {
    /** Whether the commitment of Kutaisi is loaded; a new tracker starts with its lists of themes only. */
    content: env.bool('SEED_DEMO', false),
    /** Where the demo's accounts are written; no account is made without it. */
    accountsFile: env('DEMO_ACCOUNTS_FILE') || null,
  },
  /** The most one query of the content API may ask for; `docs/security.md` says what each is. */
  queryLimits: { public: PUBLIC_QUERY_LIMITS, token: TOKEN_QUERY_LIMITS },
  uploads: { megapixels: uploadMaxMegapixels(env) },
  /** The most bytes of one form with files: a file of the greatest size and what is said of it. */
  requestBodies: { formBytes: uploadMaxBytes(env) + MOST_FIELD_BYTES },
  /** The most entries one bulk action of the panel takes: as many as the longest page of a list shows. */
  bulkActions: { most: 100 },
});

export default config;
