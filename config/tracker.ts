import type { Core } from '@strapi/strapi';
import { PUBLIC_QUERY_LIMITS, TOKEN_QUERY_LIMITS } from '../src/content-api/query-cost/limits';
import { attemptsOrDefault } from '../src/settings/login-attempts';

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
  /** The most entries one bulk action of the panel takes: as many as the longest page of a list shows. */
  bulkActions: { most: 100 },
  /** Attempts to log in, and to have a password sent, of one visitor within some minutes; 0 for any number. */
  logins: { perAddress: attemptsOrDefault(env('LOGIN_ATTEMPTS_PER_ADDRESS')), minutes: 5 },
});

export default config;
