import { hostProcess } from './host';

/** Secrets of the tests: fixed, so that a test may sign or hash by itself. */
export const TEST_SECRETS = {
  APP_KEYS: 'test-app-key-one,test-app-key-two',
  API_TOKEN_SALT: 'test-api-token-salt',
  ADMIN_JWT_SECRET: 'test-admin-jwt-secret',
  TRANSFER_TOKEN_SALT: 'test-transfer-token-salt',
  ENCRYPTION_KEY: 'test-encryption-key-of-32-chars-',
  JWT_SECRET: 'test-jwt-secret',
} as const;

/** Settings of every boot; a developer's `.env` must not reach the tests. */
export const TEST_SETTINGS: Record<string, string> = {
  ...TEST_SECRETS,
  NODE_ENV: 'test',
  ENV_PATH: '/dev/null',
  HOST: '127.0.0.1',
  PUBLIC_URL: '',
  STRAPI_TELEMETRY_DISABLED: 'true',
};

/** Sets variables of the real process and returns a function that puts the former values back. */
export function setEnvironment(values: Record<string, string | undefined>): () => void {
  const { env } = hostProcess();
  const former = Object.fromEntries(Object.keys(values).map((name) => [name, env[name]]));
  assign(env, values);
  return () => assign(env, former);
}

function assign(env: NodeJS.ProcessEnv, values: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete env[name];
    else env[name] = value;
  }
}
