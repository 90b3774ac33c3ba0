import { isMailAddress } from 'strapi-plugin-accountability/server';
import { parseLocales } from '../languages/locales-setting';
import { LIMIT_SETTINGS, limitsProblem } from '../content-api/query-cost/limit-settings';
import secrets from './secrets.json';
import { isAddress } from './address';
import { isCodeUniqueness } from './code-uniqueness';
import { countryProblem } from './country';
import { DIGESTS, isDigest } from './digest';
import type { Environment } from './environment';

import { numberProblems } from './number-settings';
import { isPort } from './port';
import { isProxyCount } from './proxy-count';
import { SettingError } from './setting-error';
import { siteLookProblem } from './site-look';
import { vocabularyProblem } from './vocabularies';

/** Secrets for signing, hashing and encryption; without one Strapi fails late or leaves data unprotected. */
export const SECRETS: readonly string[] = secrets;

const DATABASE_CLIENTS = ['sqlite', 'postgres'];

/**
 * Checks of the settings alone.
 * @throws SettingError naming every missing secret, or the one invalid setting
 */
export function assertSettings(env: Environment): void {
  const missing = SECRETS.filter((name) => !hasValue(env[name]));
  if (missing.length > 0) {
    throw new SettingError(missing, 'not set; put a long random value into the environment or .env');
  }
  const client = env.DATABASE_CLIENT;
  if (client && !DATABASE_CLIENTS.includes(client)) {
    throw new SettingError(['DATABASE_CLIENT'], `must be ${DATABASE_CLIENTS.join(' or ')}, not "${client}"`);
  }
  assertPort(env, 'PORT');
  assertProxyCount(env, 'PROXY_COUNT');
  assertAddress(env, 'PUBLIC_URL');
  // Without it each instance writes its own address into a release, and treats the other's as another edition.
  if (hasValue(env.RELEASES_CRON) && !hasValue(env.PUBLIC_URL)) {
    throw new SettingError(['PUBLIC_URL'], 'not set; releases by RELEASES_CRON hold the address of the site');
  }
  assertCountry(env);
  assertVocabularies(env);
  assertSiteLook(env);
  assertLocales(env, 'LOCALES');
  assertDigest(env, 'COMMENTS_DIGEST');
  assertMailAddresses(env, 'COMMENTS_DIGEST_TO');
  if (client === 'postgres') assertPort(env, 'DATABASE_PORT');
  const [wrong] = numberProblems(env);
  if (wrong) throw new SettingError([wrong.name], wrong.problem);
  for (const name of Object.keys(LIMIT_SETTINGS)) {
    const problem = limitsProblem(env[name]);
    if (problem !== null) throw new SettingError([name], problem);
  }
}

/** APP_KEYS is a list, so commas and spaces alone are not a value either. */
const hasValue = (text: string | undefined): boolean => /[^\s,]/.test(text ?? '');

function assertPort(env: Environment, name: string): void {
  const text = env[name];
  if (text && !isPort(text))
    throw new SettingError([name], `must be a number from 1 to 65535, not "${text}"`);
}

function assertProxyCount(env: Environment, name: string): void {
  const text = env[name];
  if (text && !isProxyCount(text))
    throw new SettingError([name], `must be a number from 1 to 10, not "${text}"`);
}

function assertAddress(env: Environment, name: string): void {
  const text = env[name];
  if (text && !isAddress(text)) {
    throw new SettingError([name], `must be an address such as https://tracker.example, not "${text}"`);
  }
}

function assertCountry(env: Environment): void {
  const wrong = countryProblem(env);
  if (wrong) throw new SettingError([wrong.name], wrong.problem);
  const uniqueness = env.CODES_UNIQUE_IN_PLAN;
  if (uniqueness && !isCodeUniqueness(uniqueness)) {
    throw new SettingError(['CODES_UNIQUE_IN_PLAN'], `must be refuse or warn, not "${uniqueness}"`);
  }
}

function assertVocabularies(env: Environment): void {
  const wrong = vocabularyProblem(env);
  if (wrong) throw new SettingError([wrong.name], wrong.problem);
}

function assertSiteLook(env: Environment): void {
  const wrong = siteLookProblem(env);
  if (wrong) throw new SettingError([wrong.name], wrong.problem);
}

function assertLocales(env: Environment, name: string): void {
  const { problem } = parseLocales(env[name]);
  if (problem !== null) throw new SettingError([name], problem);
}

function assertDigest(env: Environment, name: string): void {
  const text = env[name];
  if (text && !isDigest(text)) {
    throw new SettingError([name], `must be ${DIGESTS.join(', ')}, not "${text}"`);
  }
}

function assertMailAddresses(env: Environment, name: string): void {
  const texts = (env[name] ?? '').split(',').map((text) => text.trim());
  // Its value is not included: the message is logged, and may not contain an address.
  if (texts.some((text) => text && !isMailAddress(text))) {
    throw new SettingError([name], 'must be e-mail addresses with commas between them');
  }
}
