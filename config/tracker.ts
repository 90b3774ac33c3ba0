import type { Core } from '@strapi/strapi';

/** Settings of the application itself, read with `strapi.config.get('tracker…')`. */
const config = ({ env }: Core.Config.Shared.ConfigParams) => ({
  demo: {
    /** Whether the commitment of Kutaisi is loaded; a new tracker starts with its lists of themes only. */
    content: env.bool('SEED_DEMO', false),
    /** Where the demo's accounts are written; no account is made without it. */
    accountsFile: env('DEMO_ACCOUNTS_FILE') || null,
  },
});

export default config;
