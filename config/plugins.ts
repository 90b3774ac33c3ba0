import type { Core } from '@strapi/strapi';
import { ROLES } from '../src/access/roles';
import { comments } from '../src/accountability/comments';
import { datasets } from '../src/accountability/datasets';
import { feeds } from '../src/accountability/feeds';
import { follow } from '../src/accountability/follow';
import { guards } from '../src/accountability/guards';
import { imports } from '../src/accountability/imports';
import { openData } from '../src/accountability/open-data';
import { responsible } from '../src/accountability/reminders';
import { warnings } from '../src/accountability/warnings';
import { search } from '../src/accountability/search';
import { summary } from '../src/accountability/summary';
import { chosenVocabularies } from '../src/accountability/vocabularies';
import { workflows } from '../src/accountability/workflows';
import { DEFAULT_LANGUAGE_CODE, STATED_LANGUAGES } from '../src/languages/site-languages';
import { beginWithLanguage } from '../src/languages/strapi-default-locale';
import { parentLinksPart } from '../src/parent-links/openapi/part';
import { countrySetting, DEFAULT_TIME_ZONE, timeZoneSetting } from '../src/settings/country';
import { uploadMaxBytes } from '../src/uploads/size-limit';

beginWithLanguage(DEFAULT_LANGUAGE_CODE, process.env);

/** Mail goes through SMTP where a server is set; without one nothing is sent. */
const mail = (env: Core.Config.Shared.ConfigParams['env']) =>
  env('SMTP_HOST')
    ? {
        config: {
          provider: 'nodemailer',
          providerOptions: {
            host: env('SMTP_HOST'),
            port: env.int('SMTP_PORT', 587),
            secure: env.bool('SMTP_SECURE', false),
            connectionTimeout: 20_000,
            socketTimeout: 60_000,
            ...(env('SMTP_USERNAME') && { auth: { user: env('SMTP_USERNAME'), pass: env('SMTP_PASSWORD') } }),
          },
          settings: { defaultFrom: env('SMTP_FROM'), defaultReplyTo: env('SMTP_FROM') },
        },
      }
    : {};

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  email: mail(env),
  upload: {
    config: {
      sizeLimit: uploadMaxBytes(env),
      // What may be stored is decided in src/uploads; without a list of its own Strapi warns at each upload.
      security: { deniedTypes: [] },
    },
  },
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
  accountability: {
    enabled: true,
    config: {
      languages: STATED_LANGUAGES,
      datasets,
      vocabularies: chosenVocabularies,
      apiParts: [parentLinksPart],
      comments: comments(env),
      openData: openData(env),
      guards,
      warnings,
      feeds,
      follow: follow(env, countrySetting(process.env).firstWorkingDay),
      imports: { ...imports, keepFiles: env.bool('IMPORT_KEEP_FILES', false) },
      search,
      summary,
      timeZone: timeZoneSetting(process.env) ?? DEFAULT_TIME_ZONE,
      releases: { cron: env('RELEASES_CRON', '') },
      roles: ROLES,
      workflows: workflows({
        editorialReview: env.bool('EDITORIAL_REVIEW', false),
        completionNeedsMilestones: env.bool('COMPLETION_NEEDS_MILESTONES', false),
      }),
      reminders: {
        cron: env('REMINDERS_CRON', `0 7 * * ${countrySetting(process.env).firstWorkingDay % 7}`),
        daysAhead: env.int('REMINDERS_DAYS_AHEAD', 14),
        recipients: env.array('REMINDERS_TO', []).filter(Boolean),
        mail: Boolean(env('SMTP_HOST')),
        responsible,
      },
    },
  },
});

export default config;
