import { hostScript } from '../support/host';

interface EnvFile {
  withSecrets(text: string): string;
  parseEnv(text: string): Record<string, string>;
}

describe('the settings file the demo makes', () => {
  const envFile = hostScript('scripts/lib/env-file.mjs') as EnvFile;

  it('has every secret, and no two alike', () => {
    const values = Object.values(envFile.parseEnv(envFile.withSecrets('')));
    expect(values).toHaveLength(6);
    expect(new Set(values).size).toBe(6);
    for (const value of values) expect(value.length).toBeGreaterThanOrEqual(48);
  });

  it('keeps what there is: only empty and missing secrets change', () => {
    const text = '# mine\nJWT_SECRET=kept\nAPP_KEYS=\nPORT=8080';
    const completed = envFile.withSecrets(text);
    expect(completed.startsWith('# mine\nJWT_SECRET=kept\nAPP_KEYS=')).toBe(true);
    expect(envFile.parseEnv(completed)).toMatchObject({ JWT_SECRET: 'kept', PORT: '8080' });
    expect(envFile.withSecrets(completed)).toBe(completed);
  });
});
